//! A file beside a message, in the parts that Discord takes. What is in it is for others.

use serde_json::Value;
use serenity::builder::CreateAttachment;
use serenity::http::{Multipart, MultipartUpload};

use crate::serve::pictures::Png;

/// A file that goes with a message.
pub(in crate::serve) struct File {
    pub(in crate::serve) filename: String,
    pub(in crate::serve) png: Png,
}

impl File {
    /// The first file of a message, with the message as text beside it
    /// (<https://discord.com/developers/docs/reference#uploading-files>).
    pub(super) fn beside(&self, message: &Value) -> Multipart {
        let bytes = self.png.as_ref().clone();
        Multipart {
            upload: MultipartUpload::Attachments(vec![CreateAttachment::bytes(
                bytes,
                &*self.filename,
            )]),
            payload_json: Some(message.to_string()),
            fields: Vec::new(),
        }
    }
}

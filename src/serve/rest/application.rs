//! Calls about the application itself (<https://discord.com/developers/docs/resources/application>). serenity has no
//! routes for its settings.

use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use serde_json::Value;
use serenity::constants;
use serenity::http::Route;

use super::{Application, Failure, PATIENCE, Rest, Secret, read};

impl Rest {
    /// The application that the token belongs to; with only the id, that of its bot user, where it is not known.
    pub(in crate::serve) async fn application(&self) -> Result<Application, Failure> {
        match self.get(Route::Oauth2ApplicationCurrent).await {
            Err(Failure::Refused { status: 404, .. }) => self.get(Route::UserMe).await,
            other => other,
        }
    }

    /// The application as Discord has it.
    pub(in crate::serve) async fn own_application(&self) -> Result<Value, Failure> {
        self.own(Method::GET, None).await
    }

    /// Changes the settings in `body`; the application as Discord has it then.
    pub(in crate::serve) async fn edit_application(&self, body: &Value) -> Result<Value, Failure> {
        self.own(Method::PATCH, Some(body)).await
    }

    async fn own(&self, method: Method, body: Option<&Value>) -> Result<Value, Failure> {
        let api = self.api.as_deref().unwrap_or("https://discord.com");
        let address = format!("{api}/api/v10/applications/@me");
        let authorization = self.authorization.as_ref().map(Secret::expose);
        let request = self
            .client
            .request(method, address)
            .header(USER_AGENT, constants::USER_AGENT)
            .header(AUTHORIZATION, authorization.unwrap_or_default())
            .timeout(PATIENCE);
        let request = match body {
            Some(body) => request
                .header(CONTENT_TYPE, "application/json")
                .body(body.to_string()),
            None => request,
        };
        // Only the token can make a request invalid: it must fit a header.
        let request = request.build().map_err(|_| Failure::Token)?;
        read(&self.execute(request).await?)
    }
}

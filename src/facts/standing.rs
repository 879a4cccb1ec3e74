//! How a claim stands on a day: computed from the file, never typed by an editor.

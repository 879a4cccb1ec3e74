### Words of the preview in the browser.

preview-title = Preview

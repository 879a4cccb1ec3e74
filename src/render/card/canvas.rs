//! A picture as SVG while it is being drawn: texts, lines and marks at places in pixels. It escapes for itself.

use std::fmt::Write;

use super::fonts::{Face, width};
use super::palette::{Color, Theme};
use super::text_layout::{Block, LEADING};
use crate::render::clean;

/// How wide a picture is, in pixels.
pub const WIDTH: u32 = 1200;

/// How high a picture is, in pixels.
pub const HEIGHT: u32 = 630;

/// What is being drawn.
pub(super) struct Canvas {
    svg: String,
    theme: Theme,
}

/// A place in pixels, from the left and from the top.
pub(super) type At = (f32, f32);

impl Canvas {
    /// Blank paper.
    pub(super) fn new(theme: Theme) -> Self {
        let mut canvas = Self {
            svg: format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
                 viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n"
            ),
            theme,
        };
        let paper = canvas.hex(Color::Paper);
        canvas.put(format_args!(
            "<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>"
        ));
        canvas
    }

    /// The finished picture; `alt` stands in it as its title.
    pub(super) fn finish(mut self, alt: &str) -> String {
        let title = format!("<title>{}</title>\n", escaped(alt));
        let after_head = self.svg.find('\n').map_or(0, |end| end + 1);
        self.svg.insert_str(after_head, &title);
        self.svg.push_str("</svg>\n");
        self.svg
    }

    pub(super) fn hex(&self, color: Color) -> &'static str {
        self.theme.hex(color)
    }

    /// Anything, as it is written.
    pub(super) fn put(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.svg, "{element}");
    }

    /// A text from a place on its baseline.
    pub(super) fn text(&mut self, (x, y): At, (face, size): (Face, f32), color: Color, text: &str) {
        let (family, weight) = face.asked();
        let (color, text) = (self.hex(color), escaped(text));
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-family=\"{family}\" font-weight=\"{weight}\" \
             font-size=\"{size}\" fill=\"{color}\">{text}</text>"
        ));
    }

    /// The same on a strip of paper, where lines run behind it.
    pub(super) fn text_over(&mut self, at: At, kind: (Face, f32), color: Color, text: &str) {
        let paper = self.hex(Color::Paper);
        self.put(format_args!(
            "<g stroke=\"{paper}\" stroke-width=\"8\" paint-order=\"stroke\">"
        ));
        self.text(at, kind, color, text);
        self.put(format_args!("</g>"));
    }

    /// A text up to a place on its baseline.
    pub(super) fn text_to(&mut self, (x, y): At, kind: (Face, f32), color: Color, text: &str) {
        let begin = x - width(text, kind.0, kind.1);
        self.text((begin, y), kind, color, text);
    }

    /// A text about a place on its baseline.
    pub(super) fn text_about(&mut self, (x, y): At, kind: (Face, f32), color: Color, text: &str) {
        let begin = x - width(text, kind.0, kind.1) / 2.0;
        self.text((begin, y), kind, color, text);
    }

    /// Lines of text below a place; returns where they end.
    pub(super) fn block(&mut self, (x, top): At, face: Face, color: Color, block: &Block) -> f32 {
        for (number, line) in block.lines.iter().enumerate() {
            // A line's own height stands above and below its letters in about these parts.
            let baseline = top + block.size * (LEADING * number as f32 + 0.98);
            self.text((x, baseline), (face, block.size), color, line);
        }
        top + block.height()
    }

    /// A filled circle about a place.
    pub(super) fn dot(&mut self, (x, y): At, r: f32, color: Color) {
        let color = self.hex(color);
        self.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\" fill=\"{color}\"/>"
        ));
    }

    /// A straight line.
    pub(super) fn rule(&mut self, from: At, to: At, color: Color, thick: f32) {
        let color = self.hex(color);
        self.put(format_args!(
            "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke=\"{color}\" stroke-width=\"{thick}\" fill=\"none\"/>",
            from.0, from.1, to.0, to.1
        ));
    }
}

/// A text as XML holds it, on one line, without what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in clean::line(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out() {
        assert_eq!(
            escaped("</text><script>\u{0}\u{1b}a\u{ffff}&b\n\"'"),
            "&lt;/text&gt;&lt;script&gt;a&amp;b &quot;&#39;"
        );
    }
}

//! An SVG picture under construction: texts, lines and shapes at positions in pixels. maud escapes every text.

use maud::{Markup, PreEscaped, html};

use super::fonts::{Face, face_of, width};
use super::palette::{Color, Theme};
use super::text_layout::{Block, LEADING, block, line};
use crate::facts::{Direction, Lang};
use crate::render::{clean, isolate};

/// The width of a picture, in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a picture, in pixels.
pub const HEIGHT: u32 = 630;

/// The picture so far.
pub(super) struct Canvas {
    svg: String,
    theme: Theme,
    /// The language; from right to left, everything stands as in a mirror, and each text stays as it is read.
    lang: Lang,
}

/// A position in pixels, from the left and from the top.
pub(super) type At = (f32, f32);

/// The font and color of a text.
pub(super) type Style = (Face, Color);

/// A length in pixels as SVG writes it.
pub(super) fn px(length: f32) -> String {
    format!("{length:.1}")
}

impl Canvas {
    /// Blank paper for texts in a language.
    pub(super) fn new(theme: Theme, lang: Lang) -> Self {
        Self {
            svg: String::new(),
            theme,
            lang,
        }
    }

    /// The finished picture; `alt` is its title.
    pub(super) fn finish(self, alt: &str) -> String {
        let paper = self.hex(Color::Paper);
        let picture = html! {
            svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(HEIGHT) viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } {
                title { (xml_text(alt)) }
                rect width=(WIDTH) height=(HEIGHT) fill=(paper) {}
                (PreEscaped(self.svg))
            }
        };
        picture.into_string()
    }

    pub(super) fn hex(&self, color: Color) -> &'static str {
        self.theme.hex(color)
    }

    /// Adds a shape.
    pub(super) fn put(&mut self, shape: &Markup) {
        match self.lang.direction() {
            Direction::LeftToRight => self.add(shape),
            Direction::RightToLeft => {
                self.add(&html! { g transform={ "matrix(-1 0 0 1 " (WIDTH) " 0)" } { (shape) } });
            }
        }
    }

    fn add(&mut self, element: &Markup) {
        self.svg.push_str(&element.0);
    }

    /// A text that begins at a position on its baseline.
    pub(super) fn text(&mut self, at: At, font: (Face, f32), color: Color, text: &str) {
        let text = self.text_element(at, font, color, text);
        self.add(&text);
    }

    /// The same with a paper-colored outline, for places where lines run behind the text.
    pub(super) fn text_over(&mut self, at: At, font: (Face, f32), color: Color, text: &str) {
        let (paper, text) = (
            self.hex(Color::Paper),
            self.text_element(at, font, color, text),
        );
        self.add(&html! { g stroke=(paper) stroke-width="8" paint-order="stroke" { (text) } });
    }

    fn text_element(
        &self,
        (x, y): At,
        (face, size): (Face, f32),
        color: Color,
        text: &str,
    ) -> Markup {
        let text = xml_text(text);
        let (x, anchor, text) = match self.lang.direction() {
            Direction::LeftToRight => (x, None, text),
            Direction::RightToLeft => (
                WIDTH as f32 - x,
                Some("end"),
                isolate::whole(&text, self.lang),
            ),
        };
        let (family, weight) = face_of(&text, face).family_and_weight();
        html! {
            text x=(px(x)) y=(px(y)) text-anchor=[anchor] font-family=(family) font-weight=(weight) font-size=(size)
                fill=(self.hex(color)) { (text) }
        }
    }

    /// A text on one line, in the first of some sizes at which it fits; returns its width.
    pub(super) fn line(
        &mut self,
        at: At,
        (face, color): Style,
        text: &str,
        (sizes, most): (&[f32], f32),
    ) -> f32 {
        let (text, size) = line(text, face, sizes, most);
        self.text(at, (face, size), color, &text);
        width(&text, face, size)
    }

    /// The same for a text that ends at a position on its baseline.
    pub(super) fn line_to(
        &mut self,
        (x, y): At,
        (face, color): Style,
        text: &str,
        (sizes, most): (&[f32], f32),
    ) -> f32 {
        let (text, size) = line(text, face, sizes, most);
        let wide = width(&text, face, size);
        self.text((x - wide, y), (face, size), color, &text);
        wide
    }

    /// A text centred on a position on its baseline.
    pub(super) fn text_about(&mut self, (x, y): At, font: (Face, f32), color: Color, text: &str) {
        let begin = x - width(text, font.0, font.1) / 2.0;
        self.text((begin, y), font, color, text);
    }

    /// A text in lines below a position, in the first of some sizes at which it fits; returns where the text ends.
    pub(super) fn paragraph(
        &mut self,
        at: At,
        (face, color): Style,
        text: &str,
        (sizes, room): (&[f32], (f32, f32)),
    ) -> f32 {
        self.block(at, (face, color), &block(text, face, sizes, room))
    }

    /// Lines of text below a position; returns where the text ends.
    pub(super) fn block(&mut self, (x, top): At, (face, color): Style, block: &Block) -> f32 {
        for (number, line) in block.lines.iter().enumerate() {
            // The baseline is about 0.98 times the font size below the top of the line.
            let baseline = top + block.size * (LEADING * number as f32 + 0.98);
            self.text((x, baseline), (face, block.size), color, line);
        }
        top + block.height()
    }

    /// A filled circle around a position.
    pub(super) fn dot(&mut self, (x, y): At, r: f32, color: Color) {
        let color = self.hex(color);
        self.put(&html! { circle cx=(px(x)) cy=(px(y)) r=(r) fill=(color) {} });
    }

    /// A straight line.
    pub(super) fn rule(&mut self, from: At, to: At, color: Color, thick: f32) {
        let color = self.hex(color);
        let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(px);
        let way = format!("M{x} {y}L{to_x} {to_y}");
        self.put(&html! { path d=(way) stroke=(color) stroke-width=(thick) fill="none" {} });
    }
}

/// A text on one line, without characters that XML cannot hold.
fn xml_text(text: &str) -> String {
    clean::line(text).replace(['\u{fffe}', '\u{ffff}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out() {
        let mut canvas = Canvas::new(Theme::Light, Lang::En);
        let text = "</text><script>\u{0}\u{1b}a\u{ffff}&b\n\"'";
        canvas.text((0.0, 0.0), (Face::Sans, 20.0), Color::Text, text);
        let svg = canvas.finish(text);
        let escaped = ">&lt;/text&gt;&lt;script&gt;a&amp;b &quot;'</t";
        assert_eq!(svg.matches(escaped).count(), 2, "{svg}");
    }
}

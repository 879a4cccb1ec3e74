//! Marks: a shape for each kind of statement and each line of a standing. Words always stand beside them.

use super::canvas::{At, Canvas};
use super::palette::Ink;

/// A shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A filled circle.
    Said,
    /// An outlined square.
    Denied,
    /// An outlined square of dashes.
    DeniedBefore,
    /// A filled diamond.
    Confirmed,
    /// A striped circle.
    Open,
    /// Two chevrons.
    Overtaken,
    /// A circle, half of it filled.
    Qualified,
    /// An outlined triangle.
    Contradicted,
    /// An outlined circle with a dot.
    Differs,
    /// A cross.
    Withdrawn,
    /// One bar.
    Single,
    /// Three bars.
    Several,
    /// Three dots.
    More,
    /// A filled circle, as a number on a chart.
    Number,
    /// A level bar with caps.
    Span,
    /// An arrow.
    Beyond,
}

/// Draws a mark about a place, within a radius in pixels.
pub(super) fn draw(canvas: &mut Canvas, mark: Mark, (x, y): At, r: f32) {
    let (slate, ochre) = (canvas.colour(Ink::Slate), canvas.colour(Ink::Ochre));
    // Outlines stay within the radius.
    let thick = (r / 4.0).max(1.0);
    let line = format!("fill=\"none\" stroke=\"{slate}\" stroke-width=\"{thick:.1}\"");
    let inner = r - thick / 2.0;
    match mark {
        Mark::Said => canvas.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" fill=\"{slate}\"/>"
        )),
        Mark::Denied => square(canvas, (x, y), inner * 0.92, &line),
        Mark::DeniedBefore => {
            let dashes = format!("{line} stroke-dasharray=\"{:.1} {:.1}\"", r * 0.46, r * 0.36);
            square(canvas, (x, y), inner * 0.92, &dashes);
        }
        Mark::Confirmed => canvas.put(format_args!(
            "<path d=\"M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z\" fill=\"{ochre}\"/>",
            y - r,
            x + r,
            y + r,
            x - r
        )),
        Mark::Open => striped(canvas, (x, y), inner, &line),
        Mark::Overtaken => {
            for shift in [-0.55, 0.25] {
                let (left, tip) = (x + r * shift - r * 0.2, x + r * shift + r * 0.4);
                canvas.put(format_args!(
                    "<path d=\"M{left:.1} {:.1}L{tip:.1} {y:.1}L{left:.1} {:.1}\" {line}/>",
                    y - r * 0.7,
                    y + r * 0.7
                ));
            }
        }
        Mark::Qualified => {
            circle(canvas, (x, y), inner, &line);
            canvas.put(format_args!(
                "<path d=\"M{x:.1} {:.1}A{inner:.1} {inner:.1} 0 0 0 {x:.1} {:.1}Z\" fill=\"{slate}\"/>",
                y - inner,
                y + inner
            ));
        }
        Mark::Contradicted => canvas.put(format_args!(
            "<path d=\"M{x:.1} {:.1}L{:.1} {bottom:.1}L{:.1} {bottom:.1}Z\" stroke-linejoin=\"round\" {line}/>",
            y - inner,
            x + inner,
            x - inner,
            bottom = y + inner * 0.8
        )),
        Mark::Differs => {
            circle(canvas, (x, y), inner, &line);
            canvas.put(format_args!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"{slate}\"/>",
                r * 0.32
            ));
        }
        Mark::Withdrawn => {
            let d = inner * 0.75;
            canvas.put(format_args!(
                "<path d=\"M{:.1} {:.1}L{:.1} {:.1}M{:.1} {:.1}L{:.1} {:.1}\" {line}/>",
                x - d, y - d, x + d, y + d, x - d, y + d, x + d, y - d
            ));
        }
        Mark::Number => canvas.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"{ochre}\"/>",
            r * 0.9
        )),
        Mark::Span => canvas.put(format_args!(
            "<path d=\"M{left:.1} {:.1}V{:.1}M{right:.1} {:.1}V{:.1}M{left:.1} {y:.1}H{right:.1}\" {line}/>",
            y - r * 0.7,
            y + r * 0.7,
            y - r * 0.7,
            y + r * 0.7,
            left = x - inner,
            right = x + inner
        )),
        Mark::Beyond => canvas.put(format_args!(
            "<path d=\"M{:.1} {y:.1}H{tip:.1}M{back:.1} {:.1}L{tip:.1} {y:.1}L{back:.1} {:.1}\" {line}/>",
            x - inner,
            y - r * 0.6,
            y + r * 0.6,
            tip = x + inner,
            back = x + r * 0.3
        )),
        Mark::Single => bars(canvas, &[x], (y, r), slate),
        Mark::Several => bars(canvas, &[x - r * 0.6, x, x + r * 0.6], (y, r), slate),
        Mark::More => {
            for shift in [-0.6, 0.0, 0.6] {
                canvas.put(format_args!(
                    "<circle cx=\"{:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"{slate}\"/>",
                    x + r * shift,
                    r * 0.18
                ));
            }
        }
    }
}

fn circle(canvas: &mut Canvas, (x, y): At, r: f32, line: &str) {
    canvas.put(format_args!(
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" {line}/>"
    ));
}

fn square(canvas: &mut Canvas, (x, y): At, half: f32, line: &str) {
    canvas.put(format_args!(
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{side:.1}\" height=\"{side:.1}\" {line}/>",
        x - half,
        y - half,
        side = half * 2.0
    ));
}

/// A circle with three level stripes, each as long as the circle is wide there.
fn striped(canvas: &mut Canvas, (x, y): At, r: f32, line: &str) {
    circle(canvas, (x, y), r, line);
    for shift in [-0.45_f32, 0.0, 0.45] {
        let half = r * (1.0 - shift * shift).sqrt();
        let level = y + r * shift;
        canvas.put(format_args!(
            "<path d=\"M{:.1} {level:.1}L{:.1} {level:.1}\" {line}/>",
            x - half,
            x + half
        ));
    }
}

fn bars(canvas: &mut Canvas, places: &[f32], (y, r): (f32, f32), colour: &str) {
    for place in places {
        canvas.put(format_args!(
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\"/>",
            place - r * 0.16,
            y - r * 0.85,
            r * 0.32,
            r * 1.7
        ));
    }
}

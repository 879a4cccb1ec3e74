//! Marks: a shape for each kind of statement and each line of a standing. Words always stand beside them.

use super::canvas::{At, Canvas};
use super::palette::Color;
use crate::answer::picture::Mark;

/// Draws a mark about a place, within a radius in pixels.
pub(super) fn draw(canvas: &mut Canvas, mark: Mark, (x, y): At, r: f32) {
    let (slate, ochre) = (canvas.hex(Color::Slate), canvas.hex(Color::Ochre));
    // Outlines stay within the radius.
    let thick = (r / 4.0).max(1.0);
    let line = format!("fill=\"none\" stroke=\"{slate}\" stroke-width=\"{thick:.1}\"");
    let filled = |color| format!("fill=\"{color}\"");
    let inner = r - thick / 2.0;
    let centre = (x, y);
    match mark {
        Mark::Said => circle(canvas, centre, r, &filled(slate)),
        Mark::Number => circle(canvas, centre, r * 0.9, &filled(ochre)),
        Mark::Denied => square(canvas, centre, inner * 0.92, &line),
        Mark::DeniedBefore => {
            let dashes = format!(
                "{line} stroke-dasharray=\"{:.1} {:.1}\"",
                r * 0.46,
                r * 0.36
            );
            square(canvas, centre, inner * 0.92, &dashes);
        }
        Mark::Confirmed => {
            let corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
            closed(canvas, &corners, &filled(ochre));
        }
        Mark::Open => striped(canvas, centre, inner, &line),
        Mark::Overtaken => chevrons(canvas, centre, r, &line),
        Mark::Qualified => {
            circle(canvas, centre, inner, &line);
            half(canvas, centre, inner, &filled(slate));
        }
        Mark::Contradicted => {
            let bottom = y + inner * 0.8;
            let corners = [(x, y - inner), (x + inner, bottom), (x - inner, bottom)];
            closed(
                canvas,
                &corners,
                &format!("stroke-linejoin=\"round\" {line}"),
            );
        }
        Mark::Differs => {
            circle(canvas, centre, inner, &line);
            circle(canvas, centre, r * 0.32, &filled(slate));
        }
        Mark::Withdrawn => cross(canvas, centre, inner * 0.75, &line),
        Mark::Span => span(canvas, centre, (inner, r * 0.7), &line),
        Mark::Beyond => arrow(canvas, centre, (inner, r), &line),
        Mark::Single => bars(canvas, &[x], (y, r), slate),
        Mark::Several => bars(canvas, &[x - r * 0.6, x, x + r * 0.6], (y, r), slate),
        Mark::More => {
            for shift in [-0.6, 0.0, 0.6] {
                circle(canvas, (x + r * shift, y), r * 0.18, &filled(slate));
            }
        }
    }
}

/// Straight lines through some points.
fn open(canvas: &mut Canvas, points: &[At], look: &str) {
    along(canvas, points, "", look);
}

/// The shape between some corners.
fn closed(canvas: &mut Canvas, corners: &[At], look: &str) {
    along(canvas, corners, "Z", look);
}

fn along(canvas: &mut Canvas, points: &[At], end: &str, look: &str) {
    let points: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{x:.1} {y:.1}"))
        .collect();
    let way = points.join("L");
    canvas.put(format_args!("<path d=\"M{way}{end}\" {look}/>"));
}

/// Two strokes across each other.
fn cross(canvas: &mut Canvas, (x, y): At, d: f32, line: &str) {
    open(canvas, &[(x - d, y - d), (x + d, y + d)], line);
    open(canvas, &[(x - d, y + d), (x + d, y - d)], line);
}

/// A level stroke of this half length between two caps of that half height.
fn span(canvas: &mut Canvas, (x, y): At, (half, cap): (f32, f32), line: &str) {
    for end in [x - half, x + half] {
        open(canvas, &[(end, y - cap), (end, y + cap)], line);
    }
    open(canvas, &[(x - half, y), (x + half, y)], line);
}

/// A level stroke with a head at its right end.
fn arrow(canvas: &mut Canvas, (x, y): At, (half, r): (f32, f32), line: &str) {
    let (tip, back) = (x + half, x + r * 0.3);
    open(canvas, &[(x - half, y), (tip, y)], line);
    let head = [(back, y - r * 0.6), (tip, y), (back, y + r * 0.6)];
    open(canvas, &head, line);
}

/// Two arrowheads, one behind the other.
fn chevrons(canvas: &mut Canvas, (x, y): At, r: f32, line: &str) {
    for shift in [-0.55, 0.25] {
        let (left, tip) = (x + r * shift - r * 0.2, x + r * shift + r * 0.4);
        let points = [(left, y - r * 0.7), (tip, y), (left, y + r * 0.7)];
        open(canvas, &points, line);
    }
}

/// The left half of a disc.
fn half(canvas: &mut Canvas, (x, y): At, r: f32, look: &str) {
    canvas.put(format_args!(
        "<path d=\"M{x:.1} {:.1}A{r:.1} {r:.1} 0 0 0 {x:.1} {:.1}Z\" {look}/>",
        y - r,
        y + r
    ));
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

fn bars(canvas: &mut Canvas, places: &[f32], (y, r): (f32, f32), color: &str) {
    for place in places {
        canvas.put(format_args!(
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{color}\"/>",
            place - r * 0.16,
            y - r * 0.85,
            r * 0.32,
            r * 1.7
        ));
    }
}

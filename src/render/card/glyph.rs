//! Glyphs: a shape for each [`Mark`]. A text always accompanies a glyph.

use maud::{Markup, html};

use super::canvas::{At, Canvas, px};
use super::palette::Color;
use crate::answer::picture::Mark;

/// Draws a mark around a position, within a radius in pixels.
pub(super) fn draw(canvas: &mut Canvas, mark: Mark, (x, y): At, r: f32) {
    let (slate, ochre) = (canvas.hex(Color::Slate), canvas.hex(Color::Ochre));
    // Outlines stay within the radius.
    let thick = (r / 4.0).max(1.0);
    let inner = r - thick / 2.0;
    let at = |right: f32, down: f32| (x + right, y + down);
    let outlined = |shapes: Markup| html! { g fill="none" stroke=(slate) stroke-width=(px(thick)) { (shapes) } };
    let filled = |color: &str, shapes: Markup| html! { g fill=(color) { (shapes) } };
    canvas.put(&match mark {
        Mark::Said => filled(slate, circle((x, y), r)),
        Mark::Number => filled(ochre, circle((x, y), r * 0.9)),
        Mark::Denied => outlined(square((x, y), inner * 0.92)),
        Mark::DeniedBefore => outlined(html! {
            g stroke-dasharray={ (px(r * 0.46)) " " (px(r * 0.36)) } { (square((x, y), inner * 0.92)) }
        }),
        Mark::Confirmed => filled(ochre, closed(&[at(0.0, -r), at(r, 0.0), at(0.0, r), at(-r, 0.0)])),
        // Each stripe is a chord of the circle.
        Mark::Open => outlined(html! {
            (circle((x, y), inner))
            @for shift in [-0.45_f32, 0.0, 0.45] {
                @let half = inner * (1.0 - shift * shift).sqrt();
                (open(&[at(-half, inner * shift), at(half, inner * shift)]))
            }
        }),
        Mark::Overtaken => outlined(html! {
            @for shift in [-0.55, 0.25] {
                @let (left, tip) = (r * shift - r * 0.2, r * shift + r * 0.4);
                (open(&[at(left, -r * 0.7), at(tip, 0.0), at(left, r * 0.7)]))
            }
        }),
        Mark::Qualified => html! {
            (outlined(circle((x, y), inner)))
            (filled(slate, left_half((x, y), inner)))
        },
        Mark::Contradicted => outlined(html! {
            g stroke-linejoin="round" { (closed(&[at(0.0, -inner), at(inner, inner * 0.8), at(-inner, inner * 0.8)])) }
        }),
        Mark::Differs => html! {
            (outlined(circle((x, y), inner)))
            (filled(slate, circle((x, y), r * 0.32)))
        },
        Mark::Withdrawn => {
            let d = inner * 0.75;
            outlined(html! { (open(&[at(-d, -d), at(d, d)])) (open(&[at(-d, d), at(d, -d)])) })
        }
        Mark::Span => outlined(html! {
            @for end in [-inner, inner] { (open(&[at(end, -r * 0.7), at(end, r * 0.7)])) }
            (open(&[at(-inner, 0.0), at(inner, 0.0)]))
        }),
        Mark::Beyond => outlined(html! {
            (open(&[at(-inner, 0.0), at(inner, 0.0)]))
            (open(&[at(r * 0.3, -r * 0.6), at(inner, 0.0), at(r * 0.3, r * 0.6)]))
        }),
        Mark::Single => filled(slate, bar((x, y), r)),
        Mark::Several => filled(slate, html! {
            @for shift in [-0.6, 0.0, 0.6] { (bar(at(r * shift, 0.0), r)) }
        }),
        Mark::More => filled(slate, html! {
            @for shift in [-0.6, 0.0, 0.6] { (circle(at(r * shift, 0.0), r * 0.18)) }
        }),
    });
}

/// Straight lines from point to point.
fn open(points: &[At]) -> Markup {
    html! { path d=(joined(points)) {} }
}

/// The polygon with these corners.
fn closed(corners: &[At]) -> Markup {
    html! { path d={ (joined(corners)) "Z" } {} }
}

fn joined(points: &[At]) -> String {
    let points = points.iter().map(|(x, y)| format!("{} {}", px(*x), px(*y)));
    format!("M{}", points.collect::<Vec<_>>().join("L"))
}

fn circle((x, y): At, r: f32) -> Markup {
    html! { circle cx=(px(x)) cy=(px(y)) r=(px(r)) {} }
}

/// The left half of a disc.
fn left_half((x, y): At, r: f32) -> Markup {
    let (top, bottom) = (joined(&[(x, y - r)]), px(y + r));
    html! { path d={ (top) "A" (px(r)) " " (px(r)) " 0 0 0 " (px(x)) " " (bottom) "Z" } {} }
}

fn square((x, y): At, half: f32) -> Markup {
    rect((x - half, y - half), (half * 2.0, half * 2.0))
}

/// An upright bar.
fn bar((x, y): At, r: f32) -> Markup {
    rect((x - r * 0.16, y - r * 0.85), (r * 0.32, r * 1.7))
}

fn rect((x, y): At, (wide, high): (f32, f32)) -> Markup {
    html! { rect x=(px(x)) y=(px(y)) width=(px(wide)) height=(px(high)) {} }
}

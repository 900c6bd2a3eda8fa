//! Pages of a PDF as pictures, so that nothing of a foreign document reaches the window but pixels.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::sync::mpsc;
use std::time::Duration;

/// The largest document that is drawn: 50 MiB.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;
/// The most pages of which any is drawn.
const MOST_PAGES: usize = 2_000;
/// The widest and highest picture, in pixels.
const MOST_SIDE: f32 = 4_000.0;
/// How long a page may take to be drawn.
const PATIENCE: Duration = Duration::from_secs(15);
/// Stack of the thread that draws: documents nest.
const STACK: usize = 16 * 1024 * 1024;

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfPage {
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// How many pages the document has.
    pub pages: u32,
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
}

/// Why a page was not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// It is no PDF, it is encrypted, or it cannot be read.
    #[error("not a readable PDF")]
    Unreadable,
    /// It has no such page.
    #[error("no such page")]
    NoSuchPage,
    /// It is larger than what is drawn.
    #[error("too large")]
    TooLarge,
    /// It took too long, or the drawing failed.
    #[error("could not be drawn")]
    Failed,
}

/// Draws a page, counted from 0, this many pixels wide at most. Scripts, forms and links of the document do nothing: only
/// what is painted is painted. A page that takes longer than 15 seconds is given up.
pub fn page(bytes: Vec<u8>, page: u32, width: u32) -> Result<PdfPage, PdfError> {
    if bytes.len() > MOST_BYTES {
        return Err(PdfError::TooLarge);
    }
    if !bytes.starts_with(b"%PDF-") {
        return Err(PdfError::Unreadable);
    }
    let (tell, told) = mpsc::channel();
    // A thread of its own: a document that makes the drawing panic or never end takes nothing else with it.
    let drawing = std::thread::Builder::new().name("pdf".into()).stack_size(STACK).spawn(move || {
        let _ = tell.send(draw(bytes, page, width));
    });
    drawing.map_err(|_| PdfError::Failed)?;
    told.recv_timeout(PATIENCE).unwrap_or(Err(PdfError::Failed))
}

fn draw(bytes: Vec<u8>, index: u32, width: u32) -> Result<PdfPage, PdfError> {
    let pdf = Pdf::new(bytes).map_err(|_| PdfError::Unreadable)?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(PdfError::TooLarge);
    }
    let page = pages.get(index as usize).ok_or(PdfError::NoSuchPage)?;
    let (wide, high) = page.render_dimensions();
    if !(wide.is_finite() && high.is_finite() && wide >= 1.0 && high >= 1.0) {
        return Err(PdfError::Unreadable);
    }
    let scale = (width as f32).min(MOST_SIDE) / wide;
    let scale = scale.min(MOST_SIDE / high);
    if wide * scale < 1.0 || high * scale < 1.0 {
        return Err(PdfError::TooLarge);
    }
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let picture = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    let (width, height) = (u32::from(picture.width()), u32::from(picture.height()));
    let png = picture.into_png().map_err(|_| PdfError::Failed)?;
    Ok(PdfPage { png, pages: u32::try_from(pages.len()).unwrap_or(u32::MAX), width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document of one page with a black square, written by hand.
    fn document(width: u32, height: u32) -> Vec<u8> {
        let content = "0 0 0 rg 0 0 50 50 re f";
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R >>"),
            format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        ];
        let mut file = String::from("%PDF-1.4\n");
        let mut places = Vec::new();
        for (index, object) in objects.iter().enumerate() {
            places.push(file.len());
            file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
        }
        let start = file.len();
        file.push_str("xref\n0 5\n0000000000 65535 f \n");
        places.iter().for_each(|at| file.push_str(&format!("{at:010} 00000 n \n")));
        file.push_str(&format!("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        file.into_bytes()
    }

    #[test]
    fn a_page_becomes_a_picture_as_wide_as_asked() {
        let drawn = page(document(100, 200), 0, 400).unwrap();
        assert_eq!((drawn.pages, drawn.width, drawn.height), (1, 400, 800));
        assert!(drawn.png.starts_with(b"\x89PNG"));
        assert_eq!(page(document(100, 200), 1, 400), Err(PdfError::NoSuchPage));
    }

    #[test]
    fn what_is_no_document_or_a_huge_one_is_refused() {
        assert_eq!(page(b"GIF89a".to_vec(), 0, 400), Err(PdfError::Unreadable));
        assert_eq!(page(b"%PDF-1.4\ngarbage".to_vec(), 0, 400), Err(PdfError::Unreadable));
        assert_eq!(page(vec![b'%'; MOST_BYTES + 1], 0, 400), Err(PdfError::TooLarge));
        // A page of a million points by a hundred is drawn no larger than a screen takes.
        let wide = page(document(1_000_000, 100), 0, 4_000);
        assert!(wide.is_err() || wide.unwrap().width <= 4_000);
    }
}

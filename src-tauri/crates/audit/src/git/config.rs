//! Configurations of Git, as text: nothing is included, nothing is expanded.

use gix::bstr::BStr;
use gix::config::File;
use gix::config::file::Metadata;
use gix::config::file::init::Options;

/// Reads a configuration; none where it is not understood.
pub(super) fn of(text: &[u8]) -> Option<File> {
    File::from_bytes_no_includes(text, Metadata::default(), Options::default()).ok()
}

/// The last value of a key of a section without a name, as text.
pub(super) fn value(config: &File, section: &str, key: &str) -> Option<String> {
    let sections = config.sections_by_name(section)?;
    let values = sections.filter(|it| it.header().subsection_name().is_none());
    values.filter_map(|it| it.value(key)).last().map(|value| lossy(value.as_ref()))
}

/// The sections of a name that have names themselves, as in `[remote "origin"]`, each with the values of a key.
pub(super) fn named(config: &File, section: &str, keys: [&str; 2]) -> Vec<(String, [Option<String>; 2])> {
    let Some(sections) = config.sections_by_name(section) else { return Vec::new() };
    let each = sections.filter_map(|it| {
        let name = lossy(it.header().subsection_name()?);
        Some((name, keys.map(|key| it.value(key).map(|value| lossy(value.as_ref())))))
    });
    each.collect()
}

fn lossy(value: &BStr) -> String {
    String::from_utf8_lossy(value.as_ref()).into_owned()
}

//! A repository, read through its object database: what is committed, never the working files.

mod address;
mod config;
mod guard;
mod objects;
mod source;
mod tree;

pub(crate) use guard::{Place, Standing, standing};
pub(crate) use objects::{Kind, Objects, Reader as ObjectReader};
pub(crate) use source::{facts, refreshed, submodules};
pub(crate) use tree::{Blobs, file_of, tree_of, walk};

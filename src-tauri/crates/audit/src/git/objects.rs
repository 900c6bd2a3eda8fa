//! The object database: objects by their ids.

use super::config;
use super::guard::{self, Place};
use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::prelude::{FindExt, HeaderExt};
use groundwork_domain::audit::LeftOutReason::{self, Unreadable};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(crate) use gix::objs::Kind;

/// Bytes of one object in memory, and of one that another is told by.
const OBJECT: &str = "gitoxide.objects.allocLimit=67108864";
/// Bytes that each thread keeps of what others are told by.
const KEPT: usize = 12 << 20;

/// The objects of a repository. It is cloned for each thread that reads.
pub(crate) struct Objects(gix::ThreadSafeRepository);

/// What one thread reads with.
pub(crate) struct Reader(pub(super) gix::Repository);

/// What HEAD says.
pub(crate) struct Head {
    /// The commit; none in a repository without commits.
    pub commit: Option<ObjectId>,
    /// The branch; none where a commit is checked out without one.
    pub branch: Option<String>,
    /// Whether it names something that cannot be read.
    pub broken: bool,
}

impl Objects {
    /// Opens exactly this Git folder: no environment, no configuration but its own, of which only what the format needs is
    /// heeded, and none that includes another.
    pub fn open(place: &Place) -> Result<Self, LeftOutReason> {
        let text = guard::text(&place.common.join("config"), 1 << 20)?.unwrap_or_default();
        let own = config::of(&text).ok_or(Unreadable)?;
        // References in tables are not read: HEAD would look like that of a repository without commits.
        if config::value(&own, "extensions", "refstorage").is_some_and(|kind| kind != "files") {
            return Err(Unreadable);
        }
        let options = gix::open::Options::isolated()
            .with(gix::sec::Trust::Reduced)
            .open_path_as_is(true)
            .lossy_config(true)
            .config_overrides(["core.multiPackIndex=false", "core.useReplaceRefs=false", OBJECT]);
        let open = || options.open(place.git.clone()).map_err(|_| Unreadable);
        catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(Unreadable)).map(Self)
    }

    /// What a thread reads with.
    pub fn reader(&self) -> Reader {
        let mut own = self.0.to_thread_local();
        own.objects.refresh_never();
        own.objects.set_pack_cache(|| Box::new(gix::odb::pack::cache::lru::MemoryCappedHashmap::new(KEPT)));
        Reader(own)
    }
}

impl Reader {
    /// Reads an object into `into`; its kind. Refuses what is missing, damaged or too large.
    pub fn read(&self, id: &ObjectId, into: &mut Vec<u8>) -> Result<Kind, LeftOutReason> {
        // gix rests on positions that the data itself gives; a panic on damaged data must cost one object only.
        let found = || self.0.objects.find(id, into).map(|data| data.kind).map_err(|_| Unreadable);
        catch_unwind(AssertUnwindSafe(found)).unwrap_or(Err(Unreadable))
    }

    /// Bytes of a blob, without reading it.
    pub fn size(&self, id: &ObjectId) -> Result<u64, LeftOutReason> {
        let found = || match self.0.objects.header(id) {
            Ok(header) if header.kind() == Kind::Blob => Ok(header.size()),
            _ => Err(Unreadable),
        };
        catch_unwind(AssertUnwindSafe(found)).unwrap_or(Err(Unreadable))
    }

    /// What HEAD says.
    pub fn head(&self) -> Head {
        let found = || {
            let none = Head { commit: None, branch: None, broken: true };
            let Ok(head) = self.0.head() else { return none };
            let branch = head.referent_name().map(|name| {
                let name = name.as_bstr();
                name.strip_prefix(b"refs/heads/").unwrap_or(name).to_str_lossy().into_owned()
            });
            let unborn = head.is_unborn();
            let commit = head.id().map(|id| id.detach());
            Head { broken: commit.is_none() && !unborn, commit, branch }
        };
        let none = |_| Head { commit: None, branch: None, broken: true };
        catch_unwind(AssertUnwindSafe(found)).unwrap_or_else(none)
    }

    /// The commits at which a shallow clone ends; none where the whole history is there.
    pub fn shallow(&self) -> Result<HashSet<ObjectId>, LeftOutReason> {
        let commits = self.0.shallow_commits().map_err(|_| Unreadable)?;
        Ok(commits.map(|commits| commits.iter().copied().collect()).unwrap_or_default())
    }

    /// Tags; those that cannot be read are not counted.
    pub fn tags(&self) -> u32 {
        let count = || {
            let references = self.0.references().ok()?;
            let tags = references.tags().ok()?.filter_map(Result::ok).count();
            u32::try_from(tags).ok()
        };
        catch_unwind(AssertUnwindSafe(count)).ok().flatten().unwrap_or(0)
    }

    /// The kind of hash by which objects are named.
    pub fn hash(&self) -> gix::hash::Kind {
        self.0.object_hash()
    }
}

//! Open Badges.

use super::{Terminal, read_text};
use crate::args::{Accept, Address, Badge, Check};
use crate::fill;
use groundwork_app::AppError;
use serde_json::{Value, json};
use std::path::Path;

impl Terminal {
    pub(super) fn badge(&self, badge: Badge) -> Result<String, AppError> {
        let trust = match badge {
            Badge::Check(check) => return self.check(&check),
            Badge::Accept(accept) => return self.accept(accept),
            Badge::List => {
                return self.show(self.call("badges.list", json!({}))?, |rows| self.badges_text(rows));
            }
            Badge::Trust => self.call("badges.trust", json!({}))?,
            Badge::Pin { name, file, key, issuer } => {
                let params = json!({
                    "name": name, "path": file.as_deref().map(named), "text": key, "issuer": issuer,
                });
                self.call("badges.pin", params)?
            }
            Badge::Unpin { id } => self.call("badges.unpin", json!({ "id": id }))?,
            Badge::Address(Address::Add { address }) => {
                self.call("badges.add_address", json!({ "address": address }))?
            }
            Badge::Address(Address::Remove { address }) => {
                self.call("badges.remove_address", json!({ "address": address }))?
            }
        };
        self.show(trust, |trust| self.trust_text(trust))
    }

    /// Every badge that can be read comes to a verdict, so that only a file that cannot be read is refused.
    fn check(&self, check: &Check) -> Result<String, AppError> {
        let keys = check.key.iter().map(|path| read_text(path)).collect::<Result<Vec<_>, _>>()?;
        let params = json!({ "path": named(&check.file), "keys": keys, "addresses": check.email });
        let view = self.call("badges.check", params)?;
        if self.json {
            return self.show(verdict(&view["report"]), |_| String::new());
        }
        self.show(view, |view| self.badge_text(view))
    }

    fn accept(&self, accept: Accept) -> Result<String, AppError> {
        let id = accept.id.map(|id| self.mine_id(&id)).transpose()?;
        let params = json!({
            "path": named(&accept.file), "id": id, "certification": accept.certification,
            "supports": fill::skill_levels(&accept.skills)?,
        });
        self.show(self.call("badges.accept", params)?, |view| self.certification_text(view))
    }
}

/// A path as the command takes it.
pub(super) fn named(path: &Path) -> String {
    path.display().to_string()
}

/// What scripts get of a check.
fn verdict(report: &Value) -> Value {
    let reason = |reason: &Value| {
        let (code, detail) = (reason["code"].as_str(), reason["detail"].as_str());
        match (code.unwrap_or_default(), detail.unwrap_or_default()) {
            (code, "") => code.to_owned(),
            (code, detail) => format!("{code}: {detail}"),
        }
    };
    let reasons: Vec<String> = report["reasons"].as_array().into_iter().flatten().map(reason).collect();
    json!({
        "version": report["version"], "container": report["container"], "verdict": report["verdict"],
        "reasons": reasons, "name": report["name"], "issuer": report["issuer"], "issued": report["issued"],
        "expires": report["expires"],
    })
}

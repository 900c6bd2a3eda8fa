//! Open Badges in words.

use crate::print::text;
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn badge_text(&self, view: &Value) -> String {
        let report = &view["report"];
        let verdict = self.word(&format!("badge_{}", text(&report["verdict"])));
        let container = text(&report["container"]).to_uppercase();
        let kind = match report["version"].as_str() {
            Some("none") | None => self.said("badge_none", [("container", container)]),
            Some(version) => {
                let args = [("version", version.to_owned()), ("container", container)];
                self.said("badge_kind", args)
            }
        };
        let mut lines = vec![
            verdict,
            kind,
            self.labelled("name", &report["name"]),
            self.labelled("issuer", &report["issuer"]),
            self.labelled("issued", &report["issued"]),
            self.labelled("expires", &report["expires"]),
            self.labelled("criteria", &report["criteria"]),
            self.labelled("trusted_key", &view["key_name"]),
            self.labelled("key", &report["key"]["thumbprint"]),
        ];
        lines.retain(|line| !line.is_empty());
        let reasons = report["reasons"].as_array().into_iter().flatten();
        lines.extend(reasons.map(|reason| format!("- {}", self.reason(reason))));
        lines.join("\n")
    }

    fn reason(&self, reason: &Value) -> String {
        let detail = text(&reason["detail"]);
        let key = format!("reason_{}", text(&reason["code"]));
        let said = self.said(&key, [("detail", detail.clone())]);
        if detail.is_empty() || said.contains(&detail) { said } else { format!("{said} ({detail})") }
    }

    pub fn badges_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "issuer", "issued", "verdict", "file"], rows, |view| {
            let report = &view["report"];
            vec![
                text(&view["record"]),
                text(&report["name"]),
                text(&report["issuer"]),
                text(&report["issued"]).chars().take(10).collect(),
                self.word(&format!("badge_{}", text(&report["verdict"]))),
                text(&view["file"]),
            ]
        })
    }

    pub fn trust_text(&self, trust: &Value) -> String {
        let keys = self.rows(&["id", "name", "kind", "issuer", "key"], &trust["keys"], |key| {
            let issuer = text(&key["issuer"]);
            let issuer = if issuer.is_empty() { self.word("any_issuer") } else { issuer };
            let thumbprint = text(&key["key"]["thumbprint"]);
            vec![text(&key["id"]), text(&key["name"]), text(&key["key"]["kind"]), issuer, thumbprint]
        });
        let known = trust["addresses"].as_array().is_some_and(|all| !all.is_empty());
        let addresses = trust["addresses"].as_array().into_iter().flatten().map(text);
        let addresses = if known { self.listed("addresses", addresses) } else { self.word("no_address") };
        let none = trust["keys"] == json!([]);
        format!("{}\n{addresses}", if none { self.word("no_key") } else { keys })
    }
}

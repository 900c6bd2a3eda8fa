use super::*;
use std::collections::BTreeSet;

/// The ids of the role pack's skills stand elsewhere: another crate holds the two against each other.
#[test]
fn the_built_in_rules_can_be_read_and_no_two_share_an_id_or_a_name() {
    let book = load::try_load().expect("the rules");
    assert!(book.rules.len() > 700, "{}", book.rules.len());
    for rule in &book.rules {
        assert!(rule.id.contains('.'), "{}", rule.id);
        assert!(rule.id.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)), "{}", rule.id);
        for name in [&rule.name.en, &rule.name.fr] {
            assert!(!name.trim().is_empty() && name.len() < 130, "{}", rule.id);
        }
        let skills: BTreeSet<_> = rule.skills.iter().collect();
        assert_eq!(skills.len(), rule.skills.len(), "{} names a skill twice", rule.id);
        assert!(rule.skills.len() <= 3, "{} speaks for too much", rule.id);
    }
}

/// Words of descriptions, which proper names seldom have.
const PLAIN: &str = "adapter analyser and by checks client clients configuration dashboards description driver extension \
    files for framework frameworks id in jobs key library licence linters migrations of or packages password pipeline release \
    schema service tests through token tool tools";

#[test]
fn what_is_described_is_described_in_both_languages() {
    for Rule { id, name, .. } in &book().rules {
        let mut words = name.en.split(|c: char| !c.is_alphanumeric());
        let proper = name.en == "Django REST framework";
        let described = !proper && words.any(|word| PLAIN.split(' ').any(|plain| plain == word));
        assert!(!described || name.en != name.fr, "{id}: {} has no French name", name.en);
        assert!(!name.fr.contains(['\'', '"']), "{id}: {}", name.fr);
    }
}

#[test]
fn a_toolkit_for_the_desktop_is_no_web_framework() {
    let tauri = book().dependency(Ecosystem::Cargo, "tauri").expect("a rule");
    assert_eq!(
        (tauri.id.as_str(), &tauri.name, tauri.skills.len()),
        ("cargo.tauri", &Text::same("Tauri"), 0)
    );
}

#[test]
fn every_expression_of_a_rule_can_be_built() {
    let book = book();
    let broken = book.files.all().iter().filter(|rule| rule.broken()).map(|rule| &book.rule(rule.at).id);
    assert_eq!(broken.collect::<Vec<_>>(), Vec::<&String>::new());
    let broken = book.secrets.iter().filter(|rule| rule.broken()).map(|rule| &book.rule(rule.at).id);
    assert_eq!(broken.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_skill_is_told_with_the_rule_that_names_it() {
    let pairs = rule_skills();
    assert!(pairs.iter().any(|(rule, skill)| rule == "npm.express" && skill.as_str() == "express"));
}

#[test]
fn the_whole_name_of_a_package_comes_before_its_beginning() {
    let found = |ecosystem, name: &str| {
        book().dependency(ecosystem, &crate::manifest::normal(ecosystem, name)).map(|rule| rule.id.as_str())
    };
    use Ecosystem::*;
    for (ecosystem, name, rule) in [
        (Maven, "org.springframework.boot:spring-boot-starter-web", Some("maven.spring-boot")),
        (Maven, "org.springframework.boot:spring-boot-starter-test", Some("maven.spring-test")),
        (Maven, "org.springframework.boot:org.springframework.boot.gradle.plugin", Some("maven.spring-boot")),
        (Maven, "org.springframework.bootleg:x", None),
        (Pypi, "Flask_SQLAlchemy", Some("pypi.sqlalchemy")),
        (Pypi, "google-cloud-bigquery", Some("dep.bigquery")),
        (Pypi, "google-cloud-run", Some("dep.gcp")),
        (Npm, "@nestjs/core", Some("npm.nestjs")),
        (Npm, "expressive", None),
        (Nuget, "Microsoft.EntityFrameworkCore.SqlServer", Some("nuget.sqlserver")),
        (Nuget, "Microsoft.EntityFrameworkCore.Relational", Some("nuget.efcore")),
        (Go, "github.com/jackc/pgx/v5", Some("go.pgx")),
        (Go, "github.com/jackc/pgx/v5/pgxpool", Some("go.pgx")),
        (Go, "github.com/golangci/golangci-lint/v2/cmd/golangci-lint", Some("go.golangci")),
        (Go, "github.com/aws/aws-sdk-go-v2/service/s3", Some("dep.s3")),
        (Go, "github.com/jackc/other", None),
        (Cargo, "actix_web", Some("cargo.actix-web")),
        (Gem, "omniauth-github", Some("gem.omniauth")),
        (Packagist, "symfony/security-bundle", Some("packagist.symfony-security")),
        (Hex, "phoenix", Some("hex.phoenix")),
    ] {
        assert_eq!(found(ecosystem, name), rule, "{name}");
    }
}

#[test]
fn a_name_cannot_stand_in_two_rules() {
    let mut names = Dependencies::default();
    assert!(names.add(Ecosystem::Npm, "a", 1).is_ok());
    assert!(names.add(Ecosystem::Npm, "a", 1).is_ok());
    assert!(names.add(Ecosystem::Npm, "a", 2).is_err());
    assert!(names.add(Ecosystem::Npm, "b*", 1).is_ok());
    assert!(names.add(Ecosystem::Npm, "b*", 2).is_err());
    assert!(names.add(Ecosystem::Gem, "a", 2).is_ok());
}

#[test]
fn a_licence_is_named_as_manifests_name_it() {
    let names = |said: &str| -> Vec<&str> {
        book().licences.by_name(said).into_iter().map(|at| book().rule(at).name.en.as_str()).collect()
    };
    assert_eq!(names("MIT"), ["MIT"]);
    assert_eq!(names("MIT OR Apache-2.0"), ["Apache-2.0", "MIT"]);
    assert_eq!(names("(MIT AND BSD-3-Clause)"), ["BSD-3-Clause", "MIT"]);
    assert_eq!(names("Apache License, Version 2.0"), ["Apache-2.0"]);
    assert_eq!(names("GPL-3.0-or-later WITH Classpath-exception-2.0"), ["GPL-3.0"]);
    assert_eq!(names("UNLICENSED"), ["unrecognised licence"]);
    assert_eq!(names("SEE LICENSE IN LICENSE.txt"), Vec::<&str>::new());
    assert_eq!(names(""), Vec::<&str>::new());
}

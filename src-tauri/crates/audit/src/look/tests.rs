use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Ids of the rules that find something, with the line.
fn found(path: &str, text: &str) -> BTreeSet<String> {
    let mut hits = Vec::new();
    let _ = look(path, text.as_bytes(), &mut hits);
    hits.iter().map(|hit| format!("{} {}", hit.rule.id, hit.line)).collect()
}

/// Whether a rule finds something, and at which line.
fn at(path: &str, text: &str, rule: &str) -> Option<u32> {
    let mut hits = Vec::new();
    let _ = look(path, text.as_bytes(), &mut hits);
    hits.iter().find(|hit| hit.rule.id == rule).map(|hit| hit.line)
}

/// Rule; path and text where it finds something, with the line; path and text that only look like it.
type Case<'a> = (&'a str, &'a str, &'a str, u32, &'a str, &'a str);

fn hold(cases: &[Case<'_>]) {
    for (rule, path, text, line, other, not) in cases {
        assert_eq!(at(path, text, rule), Some(*line), "{rule} in {path}");
        assert_eq!(at(other, not, rule), None, "{rule} in {other}");
    }
}

#[test]
fn containers_orchestration_and_infrastructure_are_found_and_what_looks_like_them_is_not() {
    hold(&[
        ("file.dockerfile", "api/Dockerfile", "# x\nFROM node:20\n", 2, "Dockerfile.md", "FROM x\n"),
        ("file.dockerfile", "prod.Dockerfile", "from x\n", 1, "Dockerfile", "# nothing\n"),
        ("file.compose", "docker-compose.yml", "version: '3'\nservices:\n", 2, "compose.txt", "services:\n"),
        (
            "file.kubernetes",
            "k8s/web.yaml",
            "apiVersion: apps/v1\nkind: Deployment\n",
            2,
            "a.yaml",
            "kind: Deployment\n",
        ),
        (
            "file.kubernetes",
            "a.yml",
            "kind: Service # web\napiVersion: v1\n",
            1,
            "b.yml",
            "apiVersion: v1\nkind: Poem\n",
        ),
        (
            "file.helm",
            "chart/Chart.yaml",
            "apiVersion: v2\nname: x\n",
            1,
            "chart/values.yaml",
            "apiVersion: v2\n",
        ),
        ("file.kustomize", "k/kustomization.yaml", "resources: []\n", 0, "k/custom.yaml", "resources: []\n"),
        (
            "file.argocd",
            "a.yaml",
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\n",
            1,
            "a.yaml",
            "apiVersion: v1\n",
        ),
        (
            "file.terraform",
            "infra/main.tf",
            "\nresource \"aws_s3_bucket\" \"b\" {}\n",
            2,
            "main.tf",
            "# resource \"a\" \"b\"\n",
        ),
        ("file.terraform-aws", "main.tf", "provider \"aws\" {}\n", 1, "main.tf", "provider \"google\" {}\n"),
        ("file.pulumi", "Pulumi.yaml", "name: x\n", 0, "pulumi.txt", "name: x\n"),
        (
            "file.ansible",
            "site.yml",
            "- name: web\n  hosts: all\n  become: true\n  tasks: []\n",
            2,
            "a.yml",
            "hosts: all\n",
        ),
        (
            "file.ansible",
            "site.yml",
            "- hosts: web\n  roles:\n    - x\n",
            1,
            "i.yml",
            "all:\n  hosts:\n    a: 1\n",
        ),
        ("file.ansible-role", "roles/web/tasks/main.yml", "- a: 1\n", 0, "tasks/main.yml", "- a: 1\n"),
        (
            "file.cloudformation",
            "s.yaml",
            "AWSTemplateFormatVersion: x\n",
            1,
            "s.txt",
            "AWSTemplateFormatVersion: x\n",
        ),
        ("file.serverless", "serverless.yml", "service: x\n", 1, "serverless.md", "service: x\n"),
        ("file.devcontainer", ".devcontainer/devcontainer.json", "{}", 0, "container.json", "{}"),
        ("file.env-example", ".env.example", "A=\n", 0, ".env", "A=\n"),
    ]);
}

#[test]
fn services_of_a_compose_file_are_found_and_images_that_look_like_them_are_not() {
    let file = |image: &str| format!("services:\n  a:\n    image: {image}\n");
    for (image, rule) in [
        ("postgres:17", "service.postgresql"),
        ("\"docker.io/library/mariadb\"", "service.mysql"),
        ("mongo", "service.mongodb"),
        ("redis:7-alpine", "service.redis"),
        ("rabbitmq@sha256:0", "service.rabbitmq"),
        ("confluentinc/cp-kafka:7", "service.kafka"),
        ("prom/prometheus", "service.prometheus"),
    ] {
        assert_eq!(at("compose.yaml", &file(image), rule), Some(3), "{image}");
    }
    for image in ["postgres-exporter", "mongo-express", "me/redis", "redislabs"] {
        let found = found("compose.yaml", &file(image));
        assert!(!found.iter().any(|rule| rule.starts_with("service.")), "{image}: {found:?}");
    }
    assert!(!found("notes/image.yaml", &file("postgres")).contains("service.postgresql"));
}

#[test]
fn pipelines_and_ways_into_production_are_found() {
    let steps = "on: push\njobs:\n  a:\n    steps:\n      # - run: kubectl apply -f k\n      - run: kubectl apply -f k\n";
    hold(&[
        ("ci.github-actions", ".github/workflows/ci.yml", steps, 1, "x/.github/workflows/ci.yml", steps),
        ("deploy.kubectl", ".github/workflows/ci.yml", steps, 6, "docs/ci.yml", steps),
        ("ci.gitlab", ".gitlab-ci.yml", "a:\n", 0, "gitlab-ci.yml", "a:\n"),
        ("ci.jenkins", "Jenkinsfile", "pipeline {}", 0, "jenkins.md", "pipeline {}"),
        ("ci.circleci", ".circleci/config.yml", "a: 1", 0, "config.yml", "a: 1"),
        ("ci.travis", ".travis.yml", "a: 1", 0, "sub/.travis.yml", "a: 1"),
        ("ci.azure", "azure-pipelines.yml", "a: 1", 0, "azure.yml", "a: 1"),
        ("ci.bitbucket", "bitbucket-pipelines.yml", "a: 1", 0, "bitbucket.yml", "a: 1"),
        ("ci.drone", ".drone.yml", "a: 1", 0, "drone.yml", "a: 1"),
        ("ci.woodpecker", ".woodpecker/test.yaml", "a: 1", 0, "woodpecker/test.yaml", "a: 1"),
        ("ci.buildkite", ".buildkite/pipeline.yml", "a: 1", 0, "pipeline.yml", "a: 1"),
        ("ci.forgejo", ".forgejo/workflows/a.yml", "a: 1", 0, "forgejo/a.yml", "a: 1"),
        (
            "deploy.image",
            ".gitlab-ci.yml",
            "a:\n  - docker push x\n",
            2,
            ".gitlab-ci.yml",
            "a:\n  # docker push x\n",
        ),
        ("deploy.publish", "Makefile", "release:\n\tcargo publish\n", 2, "README.md", "cargo publish\n"),
        ("deploy.procfile", "Procfile", "web: x\n", 0, "procfile.md", "web: x\n"),
        ("deploy.fly", "fly.toml", "app = 'x'\n", 0, "butterfly.toml", "app = 'x'\n"),
        ("deploy.app-engine", "app.yaml", "runtime: python312\n", 1, "app.yaml", "name: x\n"),
        ("deploy.systemd", "web.service", "[Unit]\n", 1, "web.service", "text\n"),
        ("deploy.capistrano", "Capfile", "require 'x'\n", 0, "capfile.md", "x"),
        ("deploy.nginx", "nginx/site.conf", "server {\n", 1, "nginx/site.conf", "# server {\n"),
        ("deploy.apache", ".htaccess", "RewriteEngine On\n", 1, ".htaccess", "# RewriteEngine On\n"),
        ("quality.dependabot", ".github/dependabot.yml", "a: 1", 0, "dependabot.yml", "a: 1"),
        ("quality.renovate", "renovate.json", "{}", 0, "renovate.md", "{}"),
        ("quality.scan-step", ".gitlab-ci.yml", "a:\n  - npm audit\n", 2, "a.md", "npm audit\n"),
    ]);
}

#[test]
fn migrations_and_descriptions_of_apis_are_found() {
    let django = "from django.db import migrations\nclass Migration(migrations.Migration):\n";
    hold(&[
        (
            "migration.django",
            "shop/migrations/0001_initial.py",
            django,
            2,
            "shop/migrations/__init__.py",
            django,
        ),
        (
            "migration.rails",
            "db/migrate/1_a.rb",
            "class A < ActiveRecord::Migration[7.1]\n",
            1,
            "db/a.rb",
            "ActiveRecord::Migration",
        ),
        (
            "migration.alembic",
            "alembic/versions/a.py",
            "revision = 'a'\ndef upgrade():\n",
            2,
            "versions/a.py",
            "def upgrade():\n",
        ),
        ("migration.flyway", "src/main/resources/db/migration/V1__init.sql", "", 0, "V__init.sql", ""),
        ("migration.liquibase", "db/changelog.xml", "<databaseChangeLog>\n", 1, "db/other.xml", "<a/>\n"),
        (
            "migration.laravel",
            "database/migrations/2024_01_02_030405_a.php",
            "return new class extends Migration\n",
            1,
            "migrations/a.php",
            "extends Migration",
        ),
        (
            "migration.doctrine",
            "migrations/Version20240102.php",
            "class A extends AbstractMigration\n",
            1,
            "Version.php",
            "AbstractMigration",
        ),
        ("migration.prisma", "prisma/migrations/2024_a/migration.sql", "", 0, "prisma/schema.sql", ""),
        (
            "migration.ef",
            "Data/Migrations/2024_Init.cs",
            "public partial class Init : Migration\n",
            1,
            "Migrations/A.Designer.cs",
            "class A : Migration",
        ),
        ("migration.goose", "sql/1.sql", "-- +goose Up\n", 1, "sql/1.sql", "-- up\n"),
        ("migration.up-down", "db/0001_a.up.sql", "", 0, "db/up.sqlx", ""),
        ("migration.sql", "migrations/2024_a.sql", "", 0, "queries/a.sql", ""),
        ("api.openapi", "openapi.yaml", "openapi: 3.0.1\n", 1, "a.yaml", "  description: openapi: 3.0\n"),
        (
            "api.openapi",
            "api.json",
            "{\n  \"swagger\": \"2.0\",\n",
            2,
            "package.json",
            "{\n \"swagger\": \"2.0\"}",
        ),
        ("api.openapi", "min.json", "{\"openapi\":\"3.1.0\"}", 1, "a.json", "{\"name\": \"openapi\"}"),
        ("api.asyncapi", "a.yml", "asyncapi: 2.6.0\n", 1, "a.yml", "sync: asyncapi\n"),
        ("api.graphql", "schema.graphql", "# x\ntype Query {\n", 2, "q.graphql", "query { a }\n"),
        ("api.protobuf", "a.proto", "syntax = \"proto3\";\n", 1, "a.proto.md", "syntax"),
        ("api.wsdl", "a.wsdl", "", 0, "a.xml", ""),
    ]);
}

#[test]
fn tests_are_found_by_name_and_content() {
    hold(&[
        (
            "test.python",
            "tests/test_a.py",
            "import x\n\ndef test_it():\n",
            3,
            "tests/conftest.py",
            "def test_it():\n",
        ),
        (
            "test.go",
            "a_test.go",
            "package a\nfunc TestA(t *testing.T) {}\n",
            2,
            "a.go",
            "func TestA(t *testing.T) {}\n",
        ),
        (
            "test.java",
            "src/test/java/ATest.java",
            "class ATest {\n@Test\n",
            2,
            "src/main/java/A.java",
            "@Test\n",
        ),
        ("test.java-integration", "AIT.java", "@SpringBootTest\n", 1, "A.java", "@SpringBootTest\n"),
        ("test.kotlin", "ATest.kt", "@Test\n", 1, "A.kt", "@Test\n"),
        ("test.javascript", "a.spec.ts", "describe('a', () => {\n", 1, "a.ts", "describe('a')\n"),
        ("test.javascript", "src/__tests__/a.js", "\ntest('a', f)\n", 2, "a.spec.ts", "// it(\n"),
        ("test.ruby", "spec/a_spec.rb", "RSpec.describe A do\n", 1, "spec/spec_helper.rb", "describe\n"),
        ("test.php", "tests/ATest.php", "class ATest extends TestCase\n", 1, "src/A.php", "TestCase\n"),
        ("test.dotnet", "T/ATests.cs", "  [Fact]\n", 1, "A.cs", "  // [Fact]\n"),
        ("test.rust", "src/a.rs", "mod a;\n\n#[test]\nfn b() {}\n", 3, "src/b.rs", "// #[test]\n"),
        ("test.rust-integration", "tests/a.rs", "#[test]\n", 1, "src/tests_a.rs", "#[test]\n"),
        ("test.gherkin", "a.feature", "Feature: a\n  Scenario: b\n", 2, "a.feature", "nothing\n"),
        ("test.load", "load.js", "import http from 'k6/http';\n", 1, "load.js", "import http from 'http';\n"),
        ("test.load", "locustfile.py", "class A(HttpUser):\n", 1, "a.py", "class A(HttpUser):\n"),
        ("test.e2e-config", "playwright.config.ts", "", 0, "playwright.ts", ""),
    ]);
}

#[test]
fn quality_health_and_documentation_are_found() {
    let adr = "# 1. Use Rust\n\n## Status\nAccepted\n";
    hold(&[
        ("quality.eslint", ".eslintrc.json", "{}", 0, "eslint.json", "{}"),
        ("quality.python-section", "pyproject.toml", "[tool.ruff]\n", 1, "pyproject.toml", "[tool.other]\n"),
        ("quality.pre-commit", ".pre-commit-config.yaml", "repos: []\n", 0, "pre-commit.yaml", ""),
        ("quality.codeowners", ".github/CODEOWNERS", "* @a\n", 0, "owners", "* @a\n"),
        (
            "health.dockerfile",
            "Dockerfile",
            "FROM x\nHEALTHCHECK CMD true\n",
            2,
            "Dockerfile",
            "# HEALTHCHECK CMD\n",
        ),
        ("health.probes", "d.yaml", "a:\n  livenessProbe:\n", 2, "d.yaml", "a:\n  # livenessProbe:\n"),
        ("health.route", "app.py", "\n@app.get(\"/healthz\")\n", 2, "app.py", "# see \"/healthz\"\n"),
        ("health.route", "a.js", "app.get('/health', f)\n", 1, "a.js", "fetch('/healthy-food')\n"),
        ("health.route", "A.java", "\"/actuator/health\"\n", 1, "a.md", "\"/actuator/health\"\n"),
        (
            "health.route",
            "urls.py",
            "path(\"health/\", view)\n",
            1,
            "test_urls.py",
            "path(\"health/\", view)\n",
        ),
        ("metrics.prometheus", "prometheus.yml", "scrape_configs:\n", 1, "prometheus.yml", "a: 1\n"),
        ("doc.readme", "README.md", "# x\n", 0, "src/readme.rs", "x"),
        ("doc.adr", "docs/adr/0001-use-rust.md", adr, 3, "docs/adr/README.md", adr),
        ("doc.adr", "decisions/0002-a.md", adr, 3, "blog/2024-a.md", "# a\n"),
        ("doc.folder", "docs/guide/a.md", "x", 0, "docs/adr/0001-a.md", "x"),
        ("doc.changelog", "CHANGELOG.md", "x", 0, "src/changelog.rs", "x"),
        ("doc.contributing", "CONTRIBUTING.md", "x", 0, "contributing.rs", "x"),
        ("build.make", "Makefile", "a:\n", 0, "makefile.rs", "x"),
        ("build.cargo", "Cargo.toml", "[package]\n", 0, "cargo.rs", "x"),
    ]);
}

#[test]
fn a_licence_is_told_by_its_text() {
    let mit = "MIT License\n\nCopyright (c) 2024\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n\
               of this software, to deal in the Software without restriction, including without limitation the rights\n\
               to use, copy, modify, merge, publish, subject to the following conditions:\n";
    assert_eq!(at("LICENSE", mit, "licence.mit"), Some(0));
    assert_eq!(at("src/license.rs", mit, "licence.mit"), None);
    let gpl = "                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n GNU AFFERO later\n";
    assert_eq!(at("COPYING", gpl, "licence.gpl-3.0"), Some(0));
    let apache = "                                 Apache License\n                           Version 2.0, January 2004\n";
    assert_eq!(at("LICENSE-APACHE", apache, "licence.apache-2.0"), Some(0));
    let bsd = "Redistributions of source code must retain\nRedistributions in binary form must reproduce\n";
    assert_eq!(at("LICENSE.txt", bsd, "licence.bsd-2-clause"), Some(0));
    assert_eq!(at("LICENSE.txt", &format!("{bsd} * Neither the\n name"), "licence.bsd-3-clause"), Some(0));
    assert_eq!(at("LICENSE", "All rights reserved.", "licence.unrecognised-licence"), Some(0));
    assert_eq!(at("package.json", "{\n\"license\": \"MIT\"}", "licence.mit"), Some(2));
}

#[test]
fn dependencies_are_told_with_their_line_and_strength() {
    let text = "{\n\"dependencies\": {\n\"express\": \"4\"},\n\"devDependencies\": {\n\"jest\": \"29\"}}";
    let mut hits = Vec::new();
    assert!(look("package.json", text.as_bytes(), &mut hits).is_ok());
    let hit = |rule: &str| hits.iter().find(|hit| hit.rule.id == rule).map(|hit| (hit.line, hit.strength));
    assert_eq!(hit("npm.express"), Some((3, Strength::Direct)));
    assert_eq!(hit("npm.jest"), Some((5, Strength::Development)));
    let lock = "a@1:\n\nexpress@4:\n\nexpress@5:\n";
    assert_eq!(
        found("yarn.lock", lock),
        BTreeSet::from(["build.npm 0".to_owned(), "npm.express 3".to_owned()])
    );
    let mut hits = Vec::new();
    assert!(look("package.json", b"{", &mut hits).is_err());
    assert!(hits.iter().any(|hit| hit.rule.id == "build.npm"));
}

#[test]
fn nothing_is_read_from_a_binary_file_but_its_name_counts() {
    assert!(found("a.png", "AKIAQ3EGRZ7WMX2TB4NV").is_empty());
    assert!(found("a.py", "\0 AKIAQ3EGRZ7WMX2TB4NV").is_empty());
    assert_eq!(found("README", "\0"), BTreeSet::from(["doc.readme 0".to_owned()]));
    assert!(
        wanted("a.py") && wanted("Makefile") && wanted("a.b/c") && !wanted("a.PNG") && !wanted("x/lib.so")
    );
}

proptest! {
    #[test]
    fn no_path_and_no_bytes_make_it_panic(
        path in "[a-zA-Z./*#_-]{0,30}",
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        ending in proptest::sample::select(vec!["", "Dockerfile", ".yml", "LICENSE", ".rs", "package.json", ".env", ".tf"]),
        word in proptest::sample::select(vec!["", "AKIA", "PRIVATE KEY", "sql://", "/health", "kind:", "apiVersion:"]),
    ) {
        let bytes = [bytes.as_slice(), word.as_bytes(), bytes.as_slice()].concat();
        let lines = u32::try_from(bytes.split(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX);
        let mut hits = Vec::new();
        let _ = look(&format!("{path}{ending}"), &bytes, &mut hits);
        prop_assert!(hits.iter().all(|hit| hit.line <= lines));
    }
}

//! Any bytes as a file of a project that is audited: the first byte names the file, so that every manifest, lock file,
//! Dockerfile, pipeline and list of people is reached.

#![no_main]

use groundwork_audit::look_into;
use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    ".env",
    ".github/CODEOWNERS",
    ".github/dependabot.yml",
    ".github/workflows/ci.yml",
    ".gitlab-ci.yml",
    ".mailmap",
    ".pre-commit-config.yaml",
    "Cargo.lock",
    "Cargo.toml",
    "Dockerfile",
    "Gemfile",
    "Gemfile.lock",
    "Jenkinsfile",
    "LICENSE",
    "Pipfile",
    "Pipfile.lock",
    "README.md",
    "app.csproj",
    "app.py",
    "build.gradle",
    "build.gradle.kts",
    "compose.yaml",
    "composer.json",
    "composer.lock",
    "constraints.txt",
    "directory.build.props",
    "go.mod",
    "go.sum",
    "gradle/libs.versions.toml",
    "k8s/deployment.yaml",
    "main.go",
    "main.tf",
    "migrations/0001.sql",
    "mix.exs",
    "mix.lock",
    "openapi.yaml",
    "package-lock.json",
    "package.json",
    "packages.lock.json",
    "pnpm-lock.yaml",
    "poetry.lock",
    "pom.xml",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "setup.cfg",
    "setup.py",
    "src/App.java",
    "uv.lock",
    "yarn.lock",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, content)) = bytes.split_first() else { return };
    let path = PATHS[usize::from(*first) % PATHS.len()];
    let (_, found) = look_into(path, content);
    let lines = content.iter().filter(|byte| **byte == b'\n').count() + 1;
    // UTF-16 has fewer line ends than bytes that look like one.
    let wide = content.starts_with(&[0xff, 0xfe]) || content.starts_with(&[0xfe, 0xff]);
    assert!(wide || found.iter().all(|line| *line as usize <= lines), "{path}: {found:?} of {lines}");
});

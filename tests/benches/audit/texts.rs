//! What the files of the generated repository say: lines of each language, and manifests as real projects have them.
//!
//! In a line, `{a}` and `{b}` become words, `{n}` a number.

/// A language: its share in files, its extension, the lines that stand at the head of a file and those of its body.
pub struct Text {
    /// Files of a thousand.
    pub share: u32,
    /// Extension of its files.
    pub extension: &'static str,
    /// Head of each file.
    pub head: &'static [&'static str],
    /// Lines of the body, drawn in any order.
    pub body: &'static [&'static str],
}

/// The languages of a back end with its front end, as they stand beside each other in a monorepo.
pub const TEXTS: &[Text] = &[
    Text {
        share: 215,
        extension: "ts",
        head: &[
            "import { Injectable } from '@nestjs/common';",
            "import { {a}Service } from './{b}.service';",
            "",
        ],
        body: &[
            "export class {a}{b} {",
            "  constructor(private readonly {a}: {b}Service) {}",
            "  // keeps {a} beside {b} until the next run",
            "  async find{a}(id: string): Promise<{b} | undefined> {",
            "    const {a} = await this.{b}.load(`/{a}/${id}`, { limit: {n} });",
            "    if (!{a} || {a}.length > {n}) return undefined;",
            "    return {a}.map(({b}) => ({ ...{b}, label: '{a}' }));",
            "  }",
            "",
            "  /* {a} is what {b} was */",
            "}",
        ],
    },
    Text {
        share: 150,
        extension: "py",
        head: &["\"\"\"{a} of {b}.\"\"\"", "from __future__ import annotations", "", "import logging", ""],
        body: &[
            "class {a}{b}:",
            "    def {a}(self, {b}: str, limit: int = {n}) -> list[str]:",
            "        \"\"\"Gives {a} of {b}.\"\"\"",
            "        rows = self.session.query({a}).filter({a}.{b} == {b}).limit(limit)",
            "        # {a} first, then {b}",
            "        return [row.{a} for row in rows if row.{b} != '{a}']",
            "",
            "    log = logging.getLogger(\"{a}.{b}\")",
        ],
    },
    Text {
        share: 150,
        extension: "java",
        head: &[
            "package com.acme.{a};",
            "",
            "import java.util.List;",
            "import org.springframework.stereotype.Service;",
            "",
        ],
        body: &[
            "@Service",
            "public class {a}{b} {",
            "    /**",
            "     * Gives {a} of {b}.",
            "     */",
            "    public List<{a}> find{b}(String {a}, int limit) {",
            "        var {a} = repository.find{b}(limit + {n});",
            "        log.info(\"found {} of {a}\", {a}.size()); // for {b}",
            "        return {a}.stream().filter(it -> it.{b}() > {n}).toList();",
            "    }",
            "",
            "}",
        ],
    },
    Text {
        share: 105,
        extension: "go",
        head: &["package {a}", "", "import (", "\t\"context\"", "\t\"fmt\"", ")", ""],
        body: &[
            "// {a} gives {b}.",
            "func (s *Server) {a}(ctx context.Context, id string) (*{b}, error) {",
            "\trow, err := s.db.QueryContext(ctx, `select {a} from {b} where id = $1`, id)",
            "\tif err != nil {",
            "\t\treturn nil, fmt.Errorf(\"{a} %s: %w\", id, err)",
            "\t}",
            "\tfor i := 0; i < {n}; i++ {",
            "\t\ts.{a}[i] = row.{b}",
            "",
            "}",
        ],
    },
    Text {
        share: 80,
        extension: "rs",
        head: &["//! {a} of {b}.", "", "use std::collections::BTreeMap;", ""],
        body: &[
            "/// Gives {a} of {b}.",
            "pub fn {a}({b}: &str, limit: usize) -> Result<BTreeMap<String, {a}>, Error> {",
            "    let {a} = {b}.lines().filter(|line| line.len() > {n}).count();",
            "    // {a} may be more than {b}",
            "    if {a} == {n} { return Err(Error::new(\"no {a}\")); }",
            "    Ok(BTreeMap::from([(\"{b}\".to_owned(), {a})]))",
            "}",
            "",
        ],
    },
    Text {
        share: 80,
        extension: "js",
        head: &["'use strict';", "const {a} = require('{b}');", ""],
        body: &[
            "function {a}({b}, options = {}) {",
            "  // {a} comes before {b}",
            "  const found = {b}.find((it) => it.{a} === \"{b}\" && it.size < {n});",
            "  return found ? `${found.{a}}/{b}` : null;",
            "}",
            "",
            "module.exports = { {a}, {b} };",
        ],
    },
    Text {
        share: 45,
        extension: "php",
        head: &["<?php", "", "namespace App\\{a};", ""],
        body: &[
            "final class {a}{b}",
            "{",
            "    /** Gives {a} of {b}. */",
            "    public function {a}(string ${b}, int $limit = {n}): array",
            "    {",
            "        $rows = $this->{b}->findBy(['{a}' => ${b}], ['id' => 'DESC'], $limit);",
            "        return array_map(fn ($row) => $row->{a}, $rows); // {b}",
            "    }",
            "",
            "}",
        ],
    },
    Text {
        share: 40,
        extension: "cs",
        head: &["using System.Linq;", "namespace Acme.{a};", ""],
        body: &[
            "public sealed class {a}{b}",
            "{",
            "    /// <summary>Gives {a} of {b}.</summary>",
            "    public async Task<{a}?> Find{b}(Guid id) => await _{a}.FirstOrDefaultAsync(it => it.Id == id);",
            "    private const string {a} = @\"C:\\{b}\";",
            "    // {a} beside {b}: {n}",
            "",
            "}",
        ],
    },
    Text {
        share: 30,
        extension: "kt",
        head: &["package com.acme.{a}", ""],
        body: &[
            "class {a}{b}(private val {a}: {b}) {",
            "    /* {a} of {b} */",
            "    suspend fun {a}(id: Long): {b}? = {a}.find(id)?.takeIf { it.size > {n} }",
            "    val {b} = \"\"\"select {a} from {b}\"\"\"",
            "",
            "}",
        ],
    },
    Text {
        share: 25,
        extension: "rb",
        head: &["# frozen_string_literal: true", ""],
        body: &[
            "class {a}{b} < ApplicationRecord",
            "  # {a} of {b}",
            "  def {a}({b}, limit: {n})",
            "    {b}.where({a}: \"#{{b}}\").limit(limit)",
            "  end",
            "",
            "end",
        ],
    },
    Text {
        share: 20,
        extension: "sql",
        head: &["-- {a} of {b}", ""],
        body: &[
            "create table {a}_{b} (id bigint primary key, {a} text not null default '{b}');",
            "-- {b}",
            "insert into {a} values ({n}, '{b}');",
            "",
        ],
    },
    Text {
        share: 10,
        extension: "sh",
        head: &["#!/bin/sh", "set -eu", ""],
        body: &[
            "# {a} of {b}",
            "{a}=$(printf '%s' \"{b}\" | cut -c {n})",
            "if [ \"${a}\" = '{b}' ]; then exit {n}; fi",
            "",
        ],
    },
    Text {
        share: 10,
        extension: "html",
        head: &["<!doctype html>", "<html><body>"],
        body: &["<p class=\"{a}\">{b}</p>", "<!-- {a} of {b} -->", "<a href=\"/{a}/{n}\">{b}</a>", ""],
    },
    Text {
        share: 10,
        extension: "css",
        head: &["/* {a} of {b} */"],
        body: &[".{a} .{b} { margin: {n}px; }", "/* {a} */", ""],
    },
    Text {
        share: 15,
        extension: "yaml",
        head: &["# {a} of {b}"],
        body: &["{a}:", "  {b}: {n}", "  - name: {a}", ""],
    },
    Text { share: 5, extension: "json", head: &["["], body: &["  { \"{a}\": \"{b}\", \"size\": {n} },"] },
    Text {
        share: 10,
        extension: "md",
        head: &["# {a} of {b}", ""],
        body: &[
            "Here {a} meets {b}, {n} times over.",
            "",
            "- {a}: `{b}`",
            "```ts",
            "const {a} = {n};",
            "```",
        ],
    },
];

/// Words that names are made of.
pub const WORDS: &[&str] = &[
    "order", "invoice", "customer", "basket", "payment", "stock", "carrier", "parcel", "address", "ledger",
    "refund", "coupon", "catalog", "price", "review", "session", "account", "tenant", "audit", "report",
    "export", "import", "queue", "worker", "cache", "token", "signal", "metric", "trace", "health",
    "planner", "route", "window", "vendorId", "supplier", "contract", "quota", "limit", "batch", "cursor",
    "snapshot", "index", "digest", "mailer", "template", "locale", "currency", "rate", "tariff", "shipment",
];

/// Manifests and descriptions, each once for every service.
pub const MANIFESTS: &[(&str, &str)] = &[
    (
        "package.json",
        "{\n  \"name\": \"{s}\",\n  \"dependencies\": {\n    \"@nestjs/core\": \"^11.0.0\",\n    \"express\": \"^5.0.0\",\n    \"ioredis\": \"^5.4.0\",\n    \"pg\": \"^8.13.0\",\n    \"pino\": \"^9.5.0\"\n  },\n  \"devDependencies\": {\n    \"eslint\": \"^9.0.0\",\n    \"jest\": \"^29.7.0\"\n  }\n}\n",
    ),
    ("requirements.txt", "fastapi==0.115.0\nsqlalchemy>=2.0\ncelery\nredis\npytest\n"),
    (
        "pom.xml",
        "<project>\n  <dependencies>\n    <dependency>\n      <groupId>org.springframework.boot</groupId>\n      <artifactId>spring-boot-starter-web</artifactId>\n    </dependency>\n    <dependency>\n      <groupId>org.postgresql</groupId>\n      <artifactId>postgresql</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n",
    ),
    (
        "go.mod",
        "module acme.test/{s}\n\ngo 1.24\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgithub.com/jackc/pgx/v5 v5.7.1\n)\n",
    ),
    (
        "Cargo.toml",
        "[package]\nname = \"{s}\"\n\n[dependencies]\naxum = \"0.8\"\nsqlx = \"0.8\"\ntracing = \"0.1\"\n",
    ),
    ("composer.json", "{\n  \"require\": {\n    \"laravel/framework\": \"^11.0\"\n  }\n}\n"),
    ("Gemfile", "source 'https://rubygems.org'\ngem 'rails', '~> 8.0'\ngem 'sidekiq'\n"),
    ("Dockerfile", "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"main.js\"]\n"),
    ("api/openapi.yaml", "openapi: 3.1.0\ninfo:\n  title: {s}\n  version: '1'\npaths: {}\n"),
    ("k8s/deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {s}\n"),
];

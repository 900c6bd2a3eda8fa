/// <reference types="vitest/config" />
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig, type Plugin } from 'vite';

/** What the window will enforce; `vite preview` sends it too, so that a breach shows before the shell is built. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ipc: http://ipc.localhost; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'";

function body(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

/** Lets the pages be looked at in a browser: POST /__rpc runs the terminal program. Development only. */
function devRpc(): Plugin {
  return {
    name: 'groundwork-dev-rpc',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/__rpc', async (request, response) => {
        const { name, params } = JSON.parse(await body(request)) as { name: string; params: unknown };
        const cli = process.env.GROUNDWORK_CLI;
        const dir = process.env.GROUNDWORK_DATA;
        response.setHeader('content-type', 'application/json');
        if (!cli || !dir) {
          response.statusCode = 503;
          response.end(JSON.stringify({ code: 'dev.no_cli', args: {} }));
          return;
        }
        const args = ['--data-dir', dir, '--json', 'call', name, JSON.stringify(params ?? {})];
        execFile(cli, args, { maxBuffer: 1 << 28 }, (failure, stdout, stderr) => {
          response.statusCode = failure ? 400 : 200;
          const said = stdout.trim() || stderr.trim();
          response.end(said.startsWith('{') ? said : JSON.stringify({ code: 'dev.cli_failed', args: { detail: said } }));
        });
      });
    },
  };
}

/**
 * Each message is a module of its own. Imported by its own name instead of through `m`, which names them all, it lands in the
 * chunk of the page that speaks it, and not in what the first paint waits for.
 */
function messagesOneByOne(): Plugin {
  const whole = /import\s*\{\s*m\s*\}\s*from\s*['"]([^'"]*paraglide\/messages)(?:\.js)?['"];?/;
  const folder = new URL('./src/paraglide/messages/', import.meta.url);
  return {
    name: 'groundwork-messages-one-by-one',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      const path = id.includes('/paraglide/') ? undefined : whole.exec(code)?.[1];
      if (!path) return null;
      const keys = new Set<string>();
      const named = code.replace(whole, '').replace(/(?<![\w.$])m\.([a-z][a-z0-9_]*)\b/g, (used: string, key: string) => {
        if (!existsSync(new URL(`${key}.js`, folder))) return used;
        keys.add(key);
        return `m_${key}`;
      });
      const imports = [...keys].map((key) => `import { ${key} as m_${key} } from '${path}/${key}.js';`);
      return { code: [...imports, named].join('\n'), map: null };
    },
  };
}

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
      outputStructure: 'message-modules',
      emitGitIgnore: true,
      emitPrettierIgnore: true,
    }),
    svelte(),
    svelteTesting(),
    messagesOneByOne(),
    devRpc(),
  ],
  base: '/',
  clearScreen: false,
  server: { port: 1420, strictPort: false },
  preview: { headers: { 'content-security-policy': CSP } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test/setup.ts'],
    restoreMocks: true,
  },
});

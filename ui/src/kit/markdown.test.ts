import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../backend/backend';
import { fakeBackend } from '../backend/fake';
import type { AttachmentRecord } from '../backend/generated/commands';
import Markdown from './Markdown.svelte';
import { placeOf, rebuilt, type MdNode } from './markdown';

const ID = '01a1f9b8-147e-71b8-98b9-4537293af11f';
const DOT = 'data:image/png;base64,AAAA';
const file = (more: Partial<AttachmentRecord> = {}) =>
  ({ id: ID, name: 'loans.png', media_type: 'image/png', alt: 'Loans', sha256: 'a'.repeat(64), ...more }) as AttachmentRecord;
const words = (nodes: MdNode[]): string => nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join('');

describe('a text of the person’s', () => {
  it('reads as it was written: headings, lists, quotes, code and tables', () => {
    const { container } = render(Markdown, {
      html: '<h3>Why</h3><p>a <strong>b</strong> <em>c</em> <code>d</code><br>e</p><ul><li>f</li></ul><ol start="3"><li>g</li></ol><blockquote><p>h</p></blockquote><pre><code class="language-sql">SELECT  1;\n</code></pre><table><thead><tr><th class="md-right">n</th></tr></thead><tbody><tr><td class="md-right">1</td></tr></tbody></table><p><span class="md-task">☑</span> i</p>',
    });
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Why');
    expect(container.querySelector('p')?.innerHTML.replaceAll('<!---->', '')).toContain('a <strong');
    expect(container.querySelector('p')).toHaveTextContent('a b c d');
    expect(container.querySelector('ol')).toHaveAttribute('start', '3');
    expect(container.querySelector('pre')?.textContent).toBe('SELECT  1;\n');
    expect(screen.getByRole('columnheader')).toHaveClass('md-right');
    expect(container.querySelector('.md-task')).toHaveTextContent('☑');
  });

  it('stays inert where its HTML is hostile', () => {
    const { container } = render(Markdown, {
      html: `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"><p onclick="hack()" style="color:red" id="top" class="float">t</p>
        <iframe src="https://evil.example"></iframe><svg><script>1</script><a href="javascript:1">s</a></svg><math><mtext>m</mtext></math><style>p{}</style>
        <a href="javascript:alert(1)">one</a><a data-href="javascript:alert(1)">two</a><a data-href="https://u:p@evil.example">three</a>
        <form action="https://evil.example"><input name="q"><button>b</button>four</form><template><img src=y></template><object data="x">o</object>
        <img data-attachment="../../etc/passwd" alt="five"><base href="https://evil.example"><link rel="stylesheet" href="x"><meta http-equiv="refresh" content="0;url=x">
        <span class="md-task md-evil">six</span><code class="language-x onload">seven</code><ol start="1e9"><li>eight</li></ol>`,
    });
    const made = [...container.querySelectorAll('*')];
    expect(made.map((one) => one.localName).filter((name) => !['div', 'p', 'span', 'code', 'ol', 'li'].includes(name))).toEqual(
      [],
    );
    for (const one of made) {
      const names = one.getAttributeNames().filter((name) => !['class', 'data-testid'].includes(name));
      expect(names).toEqual([]);
      expect(one.className).not.toMatch(/float|evil|onload/);
    }
    expect((window as { hacked?: number }).hacked).toBeUndefined();
    for (const kept of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
      expect(container).toHaveTextContent(kept);
  });

  it('is not brought down by a text nested without end', () => {
    const deep = '<em>'.repeat(300) + 'deep' + '</em>'.repeat(300);
    expect(words(rebuilt(`<p>${deep}</p>`))).toBe('deep');
    const { container } = render(Markdown, { html: `<p>${deep}</p>` });
    expect(container).toHaveTextContent('deep');
  });

  it('opens a link by click and Enter through the core, and says where it leads', async () => {
    const fake = fakeBackend({ 'links.open': () => null });
    render(Markdown, { html: '<p>See <a data-href="https://xn--pple-43d.com/a" role="link" tabindex="0">my bank</a>.</p>' });
    const link = screen.getByRole('link');
    expect(link).toHaveAccessibleName(/^my bank ?\(xn--pple-43d\.com\)$/);
    await fireEvent.click(link);
    await userEvent.tab();
    expect(link).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(fake.calls).toEqual(Array(2).fill({ name: 'links.open', params: { url: 'https://xn--pple-43d.com/a' } }));
    expect(placeOf('mailto:ada@example.org')).toBe('ada@example.org');
  });

  it('shows the pictures of the project, in a frame that stands before they come', async () => {
    let bring: (value: unknown) => void = () => {};
    fakeBackend({ 'attachments.thumb': () => new Promise((resolve) => (bring = resolve)) });
    const { container } = render(Markdown, { html: `<p><img data-attachment="${ID}" alt="The list"></p>`, files: [file()] });
    expect(screen.getByRole('button', { name: 'Look at The list' })).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
    bring({ data_url: DOT, alt: 'Loans' });
    await waitFor(() => expect(container.querySelector('img')).toHaveAttribute('src', DOT));
    expect(container.querySelector('img')).toHaveAttribute('alt', 'The list');
  });

  it('asks the core for no picture but those of the project', async () => {
    const fake = fakeBackend({
      'attachments.thumb': () => {
        throw new CommandError('attachment.picture_damaged');
      },
    });
    const other = '01a1f9b8-147e-71b8-98b9-000000000000';
    const { container } = render(Markdown, {
      html: `<img data-attachment="${other}" alt="Elsewhere"><img data-attachment="${'a'.repeat(64)}" alt="By its hash">`,
      files: [file()],
    });
    expect(container).toHaveTextContent('no longer among the project’s files');
    expect(container).toHaveTextContent('Elsewhere');
    await waitFor(() => expect(container).toHaveTextContent('cannot be read'));
    expect(fake.calls).toEqual([{ name: 'attachments.thumb', params: { id: ID, side: 1024 } }]);
  });
});

import { backend } from '../../backend/backend';
import { tx } from '../../lib/format';
import type { PaletteSource } from '../../lib/palette';
import { go } from '../../lib/router.svelte';
import { m } from '../../paraglide/messages';
import { SECTIONS } from './role';
import { sectionTitle } from './words';

const source: PaletteSource = {
  commands: () => [
    {
      id: 'role-search',
      title: m.role_palette_search(),
      keywords: m.role_palette_words(),
      run: () => {
        go('role');
        setTimeout(() => document.querySelector<HTMLInputElement>('[data-search]')?.focus(), 300);
      },
    },
  ],
  records: async () => {
    const kind = m.role_palette_kind();
    const parts = SECTIONS.map((section) => ({
      id: `role-${section}`,
      title: sectionTitle(section),
      kind,
      run: () => go('role', [section]),
    }));
    const { value } = await backend().call('role.show', {});
    const entries = [
      ...value.missions.map((one) => ({ one, section: 'missions' })),
      ...value.people.map((one) => ({ one, section: 'people' })),
      ...value.education.map((one) => ({ one, section: 'education' })),
      ...value.rungs.map((one) => ({ one, section: 'rungs' })),
    ].flatMap(({ one, section }) => {
      const first = one.statement[0];
      if (!first) return [];
      const hint = sectionTitle(section as (typeof SECTIONS)[number]);
      return [{ id: `role-${section}-${one.id}`, title: tx(one.name), hint, kind, run: () => go('role', [section, first.id]) }];
    });
    return [...parts, ...entries];
  },
};

export default source;

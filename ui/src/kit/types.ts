import type { Component } from 'svelte';

/** A Lucide icon: `import Plus from '@lucide/svelte/icons/plus'`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Icon = Component<any>;

export type Tone = 'neutral' | 'moss' | 'amber' | 'brick' | 'sky';

export interface Option {
  value: string;
  label: string;
  hint?: string;
  group?: string;
  icon?: Icon;
  disabled?: boolean;
}

/** What `Field` hands to the control inside it. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}

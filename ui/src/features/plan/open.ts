import { inspector } from '../../lib/inspector.svelte';
import { m } from '../../paraglide/messages';
import ItemInspector from './ItemInspector.svelte';

/** Shows an item in the pane on the right. */
export const openItem = (key: string): void => inspector.open(ItemInspector, { id: key }, { key, label: m.plan_inspector() });

import type { CommandError } from '../backend/backend';
import { m } from '../paraglide/messages';
import { tx } from './format';

/** The sentence of an error: what happened, that nothing was lost, what to do. */
export function errorText(error: CommandError): string {
  if (error.sentence) return tx(error.sentence);
  switch (error.code) {
    case 'ui.no_core':
      return m.error_ui_no_core();
    case 'dev.no_cli':
      return 'Development: set GROUNDWORK_CLI and GROUNDWORK_DATA, then start `npm run dev` again.';
    default:
      return m.error_ui_unexpected({ detail: error.args.detail ?? error.code });
  }
}

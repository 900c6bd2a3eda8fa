import { m } from '../../../paraglide/messages';
import type { ActName } from './edits';

/** What the toolbar and the list of keys call them. */
export const ACT_WORDS: Record<ActName, () => string> = {
  bold: m.story_bold,
  italic: m.story_italic,
  heading: m.story_heading,
  list: m.story_list,
  numbers: m.story_numbers,
  quote: m.story_quote,
  code: m.story_code,
  link: m.story_link,
};

import { expect, it, vi } from 'vitest';
import { keepFocusNear } from './focus';

it('a button that goes once it did its work leaves the focus beside it', async () => {
  document.body.innerHTML =
    '<main><p><button id="far">Far</button></p><ul><li><button id="gone">Remove</button></li><li><button id="near">Next</button></li></ul></main>';
  const stop = keepFocusNear();
  document.getElementById('gone')?.focus();
  document.getElementById('gone')?.closest('li')?.remove();
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('near'));
  stop();
});

import { element } from '../controls/dom.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';

/** A line across the top while the sandbox or the bot cannot be reached. */
export function createBannerView(session: Session): HTMLElement {
  const banner = element('div', { class: 'banner', role: 'status' });
  session.subscribe(({ type }) => {
    if (type === 'frame') banner.textContent = toText(session.state());
  });
  return banner;
}

function toText({ connected, botOnline, welcome }: SessionState): string {
  if (!connected) return 'The sandbox cannot be reached. Reconnecting…';
  return botOnline ? '' : `${welcome.application.name} is offline. It may still be starting.`;
}

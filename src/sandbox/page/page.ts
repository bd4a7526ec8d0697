import { createAccountView } from './frame/account-view.ts';
import { createBannerView } from './frame/banner-view.ts';
import { createComposer } from './composer/composer.ts';
import { createConversation } from './message/conversation.ts';
import { element } from './controls/dom.ts';
import { createHeader } from './frame/header-view.ts';
import { createNotices } from './controls/notices.ts';
import { createPlacesView } from './frame/places-view.ts';
import { createSession } from './session/session.ts';
import type { Session } from './session/session.ts';
import { applyTheme, readTheme } from './frame/theme.ts';
import { createTracesView } from './frame/traces-view.ts';

applyTheme(readTheme());
createSession(showPage);

/** Builds the page around a session that has begun. */
function showPage(session: Session): void {
  const notices = createNotices();
  const conversation = createConversation(session, notices);
  const composer = createComposer({ session, run: conversation.run });
  const header = createHeader({ session, openPlaces: () => showPlaces(true), toggleTraces });
  const traces = createTracesView(session, toggleTraces);
  const drawer = element(
    'div',
    { class: 'drawer' },
    createPlacesView(session, () => {
      showPlaces(false);
      composer.focus();
    }),
    createAccountView(session),
  );
  const shade = element('div', { class: 'shade', on: { click: () => showPlaces(false) } });

  function showPlaces(isOpen: boolean): void {
    document.body.classList.toggle('places-open', isOpen);
    if (isOpen) drawer.querySelector<HTMLElement>('.place')?.focus();
  }

  function toggleTraces(): void {
    traces.hidden = !traces.hidden;
    header.setTracesOpen(!traces.hidden);
  }

  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') showPlaces(false);
  });
  const main = element('main', {}, conversation.node, composer.node);
  const frame = element('div', { class: 'frame' }, header.node, main);
  document.body.replaceChildren(
    createBannerView(session),
    element('div', { class: 'app' }, drawer, shade, frame, traces),
    notices.node,
  );
  composer.focus();
}

import { createId, element } from '../controls/dom.ts';
import { closeButton } from '../message/modal-view.ts';
import type { Session } from '../session/session.ts';
import { applyTheme, readTheme } from './theme.ts';
import type { Theme } from './theme.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'Sync with system'],
  ['dark', 'Dark'],
  ['light', 'Light'],
];

/** Opens the visitor's settings: language and theme. */
export function openSettings(session: Session): void {
  const titleId = createId('settings-title');
  const dialog = element(
    'dialog',
    { class: 'modal settings', 'aria-labelledby': titleId },
    element(
      'div',
      { class: 'settings-body' },
      element('h2', { id: titleId }, 'User Settings'),
      closeButton(() => dialog.close()),
      languageField(session),
      themeField(),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function languageField(session: Session): HTMLElement {
  const { welcome, locale } = session.state();
  const select = element('select', { id: createId('language') });
  for (const known of welcome.locales) {
    select.append(
      element('option', { value: known, selected: known === locale }, toLanguageName(known)),
    );
  }
  select.addEventListener('change', () => session.view({ locale: select.value }));
  return element(
    'div',
    { class: 'modal-field' },
    element('label', { for: select.id }, 'Language'),
    select,
    element(
      'p',
      { class: 'field-description' },
      'The app is told this language with everything you do.',
    ),
  );
}

/** `Deutsch (de)`: a language by its own name. */
function toLanguageName(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale);
  return `${name ?? locale} (${locale})`;
}

function themeField(): HTMLElement {
  const present = readTheme();
  const choices = themes.map(([theme, label]) => {
    const properties = { type: 'radio', name: 'theme', value: theme, checked: theme === present };
    const radio = element('input', { ...properties, on: { change: () => applyTheme(theme) } });
    return element('label', { class: 'radio' }, radio, label);
  });
  return element('fieldset', { class: 'modal-field' }, element('legend', {}, 'Theme'), ...choices);
}

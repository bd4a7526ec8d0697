/** `system` follows what the visitor's machine prefers. */
export type Theme = 'system' | 'dark' | 'light';

const key = 'theme';

/** The theme that was chosen before; `system` where none was or the browser keeps nothing. */
export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'dark' || kept === 'light' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Shows the page in a theme and remembers it where the browser lets it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that keeps nothing still shows it.
  }
}

/** The few things that this page does to the document. */

type Attributes = Readonly<Record<string, string>>;

/** Makes an element; text is text and never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** Leaves what is right alone: a screen reader is not told the same twice. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

export type Mood = 'good' | 'busy' | 'bad' | '';

export function setBadge(badge: Element, text: string, mood: Mood): void {
  setText(badge, text);
  badge.className = `badge ${mood}`.trim();
}

/** A name and what it is at present, as part of a `dl`. */
export function field(list: HTMLElement, name: string): HTMLElement {
  const value = element('dd');
  list.append(element('dt', {}, name), value);
  return value;
}

// The way through the form by keyboard: Enter goes on, digits choose, nothing is sent by accident.

const stops = 'input:not([type=hidden]):not([type=file]), textarea, select, button[data-flow]';

const isOff = (element: HTMLElement): boolean =>
  element.matches(':disabled') || element.closest('[hidden]') !== null;

/** Radios are one stop: the chosen one, or the first. */
const isStop = (element: HTMLElement): boolean => {
  if (isOff(element)) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  const group = [...(element.form?.elements ?? [])].filter(
    (other): other is HTMLInputElement =>
      other instanceof HTMLInputElement && other.type === 'radio' && other.name === element.name,
  );
  return element === (group.find(({ checked }) => checked) ?? group[0]);
};

const sameGroup = (a: HTMLElement, b: HTMLElement): boolean =>
  a instanceof HTMLInputElement &&
  b instanceof HTMLInputElement &&
  a.type === 'radio' &&
  b.type === 'radio' &&
  a.name === b.name;

/** Focuses the stop after this one; what an answer has just made appear counts. */
export function goOn(form: HTMLElement, from: HTMLElement): void {
  const all = [...form.querySelectorAll<HTMLElement>(stops)].filter(
    (element) => element === from || (isStop(element) && !sameGroup(element, from)),
  );
  const next = all[all.indexOf(from) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
}

export const soon = (act: () => void): void => {
  setTimeout(act, 0);
};

/** The n-th option of the group of radios in focus. */
export function chooseByDigit(from: HTMLInputElement, key: string): boolean {
  const group = [
    ...(from.closest('[role=radiogroup]')?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
  ];
  const chosen = group[Number(key) - 1];
  chosen?.focus();
  chosen?.click();
  return chosen !== undefined;
}

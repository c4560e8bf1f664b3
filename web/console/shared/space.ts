// Whether this tab is in the practice space. Going in and out loads the console anew: nothing of the one is left in the other.
const SPACE = 'layan.space';

export const isPractising = (): boolean => sessionStorage.getItem(SPACE) === 'practice';

export function enterPractice(): void {
  sessionStorage.setItem(SPACE, 'practice');
  location.assign('/');
}

export function leavePractice(): void {
  sessionStorage.removeItem(SPACE);
  location.assign('/');
}

// Entry of the function staff-api.
export async function handler(): Promise<never> {
  throw new Error('The function staff-api is not wired yet.');
}

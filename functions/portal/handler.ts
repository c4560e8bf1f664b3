// Entry of the function portal.
export async function handler(): Promise<never> {
  throw new Error('The function portal is not wired yet.');
}

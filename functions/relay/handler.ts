// Entry of the function relay.
export async function handler(): Promise<never> {
  throw new Error('The function relay is not wired yet.');
}

// Entry of the function documents.
export async function handler(): Promise<never> {
  throw new Error('The function documents is not wired yet.');
}

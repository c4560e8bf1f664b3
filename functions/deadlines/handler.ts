// Entry of the function deadlines.
export async function handler(): Promise<never> {
  throw new Error('The function deadlines is not wired yet.');
}

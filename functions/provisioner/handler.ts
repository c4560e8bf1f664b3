// Entry of the function provisioner.
export async function handler(): Promise<never> {
  throw new Error('The function provisioner is not wired yet.');
}

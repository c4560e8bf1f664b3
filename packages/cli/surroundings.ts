// What the command sees of the machine: files, the two outputs. Tests put their own in its place.

export interface Surroundings {
  /** The file's bytes, at most so many and one; "-" is the standard input. Throws what the machine throws. */
  read(path: string, atMost: number): Promise<Uint8Array>;
  write(path: string, content: string | Uint8Array): Promise<void>;
  out(text: string): void;
  err(text: string): void;
}

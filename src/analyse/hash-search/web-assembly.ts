/** The part of WebAssembly that is used here. The language's types name it only together with a browser's. */

export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
  /** By so many pages of 64 KiB. */
  grow(pages: number): number;
}

interface Platform {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: { env: { memory: SharedMemory } }) => { readonly exports: unknown };
}

const platform = (globalThis as unknown as { readonly WebAssembly: Platform }).WebAssembly;

export function createSharedMemory(mostPages: number): SharedMemory {
  return new platform.Memory({ initial: 1, maximum: mostPages, shared: true });
}

/** Throws the platform's CompileError for a module that is not valid. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>, memory: SharedMemory): unknown {
  return new platform.Instance(new platform.Module(bytes), { env: { memory } }).exports;
}

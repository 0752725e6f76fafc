/**
 * Stands in every bundle for the two packages with which the decoding library can fetch addresses (`sync-fetch` and
 * `node-fetch`): this product never lets it, and both would keep a bundle from loading in a browser's worker.
 */
class NetworkRefused extends Error {
  override readonly name = "NetworkRefused";
}

export default function refuse(address: unknown): never {
  throw new NetworkRefused(`A bibliography may not fetch ${String(address)}.`);
}

export class Headers {}

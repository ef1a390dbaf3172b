// Uploaded files, kept in memory and served from the sandbox's own address in the place of Discord's CDN.

import type { APIAttachment } from 'discord-api-types/v10';

/** A file of a multipart body. `index` is the n of `files[n]`. */
export interface Upload {
  readonly index: string;
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

interface StoredFile extends Upload {
  readonly path: string;
}

export interface FileStore {
  /** Keeps a file and describes it as an attachment with the given id. */
  keep(
    upload: Upload,
    place: { readonly id: string; readonly channelId: string; readonly origin: string },
  ): APIAttachment;
  /** By path below the origin, e.g. `/cdn/attachments/1/2/plan.ics`. */
  find(path: string): StoredFile | undefined;
}

export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>();
  return {
    keep(upload, { id, channelId, origin }) {
      const filename = safeName(upload.name);
      const path = `/cdn/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
      files.set(path, { ...upload, name: filename, path });
      const size = pictureSize(upload.data);
      return {
        id,
        filename,
        size: upload.data.byteLength,
        url: origin + path,
        proxy_url: origin + path,
        content_type: upload.contentType,
        ...size,
      };
    },
    find: (path) => files.get(path),
  };
}

/** Discord keeps letters, digits, dots, dashes and underscores, and makes underscores of the rest. */
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'file';
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47];

/** Width and height in pixels of a PNG; nothing for other files. Source: the PNG specification, section 11.2.2 (IHDR). */
function pictureSize(data: Uint8Array): { width: number; height: number } | undefined {
  if (data.byteLength < 24 || PNG_SIGNATURE.some((byte, index) => data[index] !== byte)) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HttpRefusal, parseGlobalId, sendJson } from '@bureau/subgraph';
import { type DocumentKind, mediaTypeOf } from '../document/document-kind.ts';
import type { StoredDocuments } from '../document/stored-documents.ts';
import { documentAnswer, sendFile } from './answers.ts';
import { type FileRequest, notFound, requireMethod, requireScopes } from './file-request.ts';
import { receiveFile } from './receive-file.ts';

/** `/files/documents/…`. */
export class DocumentRoutes {
  readonly #kinds: ReadonlyMap<string, DocumentKind>;
  readonly #documents: StoredDocuments;

  constructor(kinds: ReadonlyMap<string, DocumentKind>, documents: StoredDocuments) {
    this.#kinds = kinds;
    this.#documents = documents;
  }

  /** A kind of document to store one; the id of one to read it. */
  handle(file: FileRequest): Promise<void> {
    const [, name = '', more] = file.path;
    if (more !== undefined) throw notFound();
    const kind = this.#kinds.get(name);
    return kind ? this.#store(file, kind) : this.#send(file, name);
  }

  async #store({ request, response, actor, query }: FileRequest, kind: DocumentKind): Promise<void> {
    requireMethod(request, 'POST');
    requireScopes(actor, kind.writeScopes);
    const { path, name, hash } = await receiveFile(request, query.get('name') ?? 'file', kind.maxBytes);
    try {
      const content = await readFile(path);
      const mediaType = mediaTypeOf(content);
      if (!mediaType || !kind.mediaTypes.includes(mediaType)) throw wrongType(kind);
      const document = await this.#documents.store(actor, { kind, name, mediaType, content, hash });
      sendJson(response, 201, documentAnswer(document));
    } finally {
      await rm(dirname(path), { recursive: true, force: true });
    }
  }

  async #send({ request, response, actor }: FileRequest, text: string): Promise<void> {
    requireMethod(request, 'GET');
    const id = parseGlobalId(text);
    const found = id?.county === actor.scope.county ? await this.#documents.read(actor, id.id) : null;
    const kind = found && this.#kinds.get(found.document.kind);
    if (!found || !kind) throw notFound();
    requireScopes(actor, kind.readScopes);
    await sendFile(response, found.document, found.content);
  }
}

const wrongType = ({ mediaTypes }: DocumentKind) =>
  new HttpRefusal(
    415,
    'FILE_TYPE_NOT_ALLOWED',
    `By its content the file is none of: ${mediaTypes.join(', ')}. 文件内容不是允许的类型。`,
  );

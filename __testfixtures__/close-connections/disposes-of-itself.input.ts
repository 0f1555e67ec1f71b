class UploadSession {
  async send(part: string): Promise<number> {
    return part.length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.send('');
  }
}

export async function upload(parts: readonly string[]): Promise<number> {
  const session = new UploadSession();
  let size = 0;
  for (const part of parts) size += await session.send(part);
  return size;
}

export async function ping(): Promise<number> {
  const session = new UploadSession();
  return session.send('ping');
}

export async function probe(): Promise<void> {
  const session = new UploadSession();
  await session.send('probe');
  await session[Symbol.asyncDispose]();
}

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
  try {
    let size = 0;
    for (const part of parts) size += await session.send(part);
    return size;
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

export async function ping(): Promise<number> {
  const session = new UploadSession();
  try {
    return await session.send('ping');
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

export async function probe(): Promise<void> {
  const session = new UploadSession();
  try {
    await session.send('probe');
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

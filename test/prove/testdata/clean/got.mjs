import got from 'got';

export const handler = async () =>
  (await got(process.env.HTTP_URL, { timeout: { request: 5000 } })).statusCode;

import process from 'node:process';

export const handler = async (event) => {
  setTimeout(() => {
    console.log(process.pid > 0);
  }, 10);
  return 'OK';
};

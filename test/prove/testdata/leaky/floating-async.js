// leaks: late-execution
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function audit() {
  await sleep(20);
  console.log('audited');
}

exports.handler = async () => {
  audit();
  return 'ok';
};

// leaks: late-execution
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async () => Promise.race([sleep(40).then(() => 'slow'), sleep(5).then(() => 'fast')]);

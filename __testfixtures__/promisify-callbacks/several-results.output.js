const { exec } = require('child_process');
const { promisify } = require('util');

const execAsync = promisify(exec);

async function version(tool) {
  const { stdout, stderr } = await execAsync(`${tool} --version`);
  if (stderr) console.warn(stderr);
  console.log(stdout.trim());
}

module.exports = version;

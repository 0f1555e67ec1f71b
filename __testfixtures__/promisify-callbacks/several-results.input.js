const { exec } = require('child_process');

async function version(tool) {
  exec(`${tool} --version`, (error, stdout, stderr) => {
    if (error) throw error;
    if (stderr) console.warn(stderr);
    console.log(stdout.trim());
  });
}

module.exports = version;

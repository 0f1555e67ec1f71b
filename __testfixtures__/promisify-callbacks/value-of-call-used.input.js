const { exec } = require('child_process');

async function run(command) {
  const child = exec(command, (error, stdout) => {
    if (error) throw error;
    console.log(stdout);
  });
  child.stdin.end();
}

module.exports = run;

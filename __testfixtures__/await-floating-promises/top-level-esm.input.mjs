async function main() {
  console.log('hello');
}

main();

export {};

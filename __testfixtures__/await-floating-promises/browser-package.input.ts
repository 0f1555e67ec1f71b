import { NavController } from 'ionic-angular';

async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST' });
}

export class AccountPage {
  constructor(private readonly navigation: NavController) {}

  async leave() {
    signOut();
    this.navigation.pop();
  }
}

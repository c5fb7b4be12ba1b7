<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <#assign first = messagesPerField.existsError("password")?then(messagesPerField.get("password"), "")>
    <#assign second = messagesPerField.existsError("password-confirm")?then(messagesPerField.get("password-confirm"), "")>
    <form id="kc-passwd-update-form" action="${url.loginAction}" method="post">
      <input type="text" name="username" value="${(auth.attemptedUsername)!''}" autocomplete="username" readonly hidden>
      <@field.password name="password-new" label=msg("passwordNew") autocomplete="new-password" autofocus=true
        hint=msg("lopmoPasswordHint") error=first />
      <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=second />
      <button class="btn main" name="login" type="submit">${msg("lopmoSavePassword")}</button>
      <#if isAppInitiatedAction??>
        <button class="btn" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
